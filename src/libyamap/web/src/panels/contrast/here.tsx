/** The panels of comparing, which come with the second map. */

import type { VNode } from 'preact';
import { useApp } from '../context';

export function ContrastHeadings(): VNode | null {
  const screen = useApp().contrast.screen.value;
  if (!screen) return null;
  const { Headings } = screen.panels;
  return <Headings screen={screen} />;
}

export function ContrastDifferences(): VNode {
  const { contrast, speech } = useApp();
  const screen = contrast.screen.value;
  if (!screen) {
    return (
      <div class="ly-coming" role="status">
        <p class="ly-hint">{speech.value.t('web.later.coming')}</p>
      </div>
    );
  }
  const { Differences } = screen.panels;
  return <Differences screen={screen} />;
}
