/** What is open: its sort above, its name in the reader's language, and in the other script below. */

import type { ComponentChildren, VNode } from 'preact';
import type { Text } from '../document';
import { useSpeech } from './context';
import { Foreign } from './parts';

export function Heading(props: { readonly name: Text; readonly mark?: ComponentChildren; readonly children: ComponentChildren }): VNode {
  const { of, other } = useSpeech();
  return (
    <header class="ly-heading">
      <p class="ly-eyebrow">
        {props.mark}
        <span>{props.children}</span>
      </p>
      <h2 tabIndex={-1}>{of(props.name)}</h2>
      <Foreign text={props.name[other]} lang={other} className="ly-other-name" />
    </header>
  );
}
