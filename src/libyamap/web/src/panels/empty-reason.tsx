/** Why nothing is shown, with a way back for each thing that leaves nothing. */

import type { VNode } from 'preact';
import { useNarrowings } from './active';
import { useApp } from './context';
import { Icon } from './icon';

export function EmptyReason(): VNode | null {
  const { actions, drawn, host, selection, speech } = useApp();
  const { t, of } = speech.value;
  const narrowings = useNarrowings();
  if (drawn.value.length > 0) return null;
  const { empty, items, total } = selection.value;
  // Filters that leave something are not to blame: what hides that, layers and interval, is.
  const blamed = empty
    ? empty.removals.flatMap((does) => narrowings.filter(({ id }) => id === does.parameter).map((narrowing) => ({ ...narrowing, does })))
    : narrowings.filter(({ sort }) => sort === 'window').map((narrowing) => ({ ...narrowing, does: null }));
  return (
    <div class="ly-callout ly-empty" role="status">
      <h3>{t('web.empty.title')}</h3>
      <p>{empty ? of(empty.reason) : t('web.empty.window', { n: items.length })}</p>
      <ul>
        {blamed.map(({ id, text, clear, does }) => (
          <li key={id}>
            {clear ? (
              <button type="button" class="ly-button" data-removal={id} onClick={clear}>
                <Icon name="close" />
                <span>{text}</span>
              </button>
            ) : (
              <p>{text}</p>
            )}
            {does && host.filters && (
              <p>
                {t('web.empty.alone', { n: does.alone, total })} {t('web.empty.without', { n: does.without })}
              </p>
            )}
          </li>
        ))}
      </ul>
      {(host.filters || !empty) && (
        <button type="button" class="ly-text-button" onClick={actions.showEverything}>
          {t('web.sentence.everything')}
        </button>
      )}
    </div>
  );
}
