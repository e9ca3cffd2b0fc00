/** A dialog over the page: the browser's own, so that focus and Escape are its business. */

import type { ComponentChildren, VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { DialogName } from '../chrome';
import { useApp } from './context';
import { IconButton } from './parts';

interface DialogProps {
  readonly name: DialogName;
  readonly title: string;
  readonly children: ComponentChildren;
}

export function Dialog(props: DialogProps): VNode | null {
  const { chrome } = useApp();
  return chrome.dialog.value === props.name ? <Opened {...props} /> : null;
}

function Opened({ name, title, children }: DialogProps): VNode {
  const { chrome } = useApp();
  const dialog = useRef<HTMLDialogElement>(null);
  const close = () => {
    if (chrome.dialog.peek() === name) chrome.dialog.value = null;
  };
  useLayoutEffect(() => {
    const { current } = dialog;
    current?.showModal();
    // Closed before it leaves the page, so that the focus goes back to where it came from.
    return () => current?.close();
  }, []);
  const outside = (event: MouseEvent) => {
    if (event.target === dialog.current) close();
  };
  return (
    <dialog ref={dialog} class="ly-dialog" aria-labelledby={`ly-dialog-${name}`} onClose={close} onClick={outside}>
      <header>
        <h2 id={`ly-dialog-${name}`}>{title}</h2>
        <IconButton icon="close" label="web.dialog.close" onClick={close} />
      </header>
      <div class="ly-dialog-body">{children}</div>
    </dialog>
  );
}
