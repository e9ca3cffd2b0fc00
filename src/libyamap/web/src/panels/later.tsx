/** A panel, or part of one, that the first screen does without: it is fetched where it is to be seen. */

import { h, type FunctionComponent, type VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Equipment } from '../equipment';
import { useApp } from './context';

type Panels = Equipment['panels'];
/** What the panel is told. */
type With<Name extends keyof Panels> = Parameters<Panels[Name]> extends [infer Props extends object] ? Props : object;

export function Later<Name extends keyof Panels>(props: {
  readonly panel: Name;
  readonly with: With<Name>;
  /** Whether it is to be seen; what is not waits until the page is idle. */
  readonly asked?: boolean;
  /** Whether to say that it is on its way, or did not come. */
  readonly tells?: boolean;
}): VNode | null {
  const { later, speech } = useApp();
  const { asked = true, tells = false } = props;
  const { t } = speech.value;
  const equipment = later.equipment.value;
  useEffect(() => {
    if (asked) void later.fetch();
  }, [asked, later]);
  if (equipment) return h(equipment.panels[props.panel] as FunctionComponent<object>, props.with);
  if (!tells) return null;
  return (
    <div class="ly-coming" role="status">
      <p class="ly-hint">{t(later.failed.value ? 'web.later.failed' : 'web.later.coming')}</p>
      {later.failed.value && (
        <button type="button" class="ly-button" onClick={() => void later.fetch()}>
          {t('web.later.again')}
        </button>
      )}
    </div>
  );
}
