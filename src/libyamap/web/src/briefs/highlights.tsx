/** The features that stand out in a scene. */

import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useApp, useSpeech } from '../panels/context';
import { Icon } from '../panels/icon';
import { usePointing } from '../panels/pointing';
import { placeAndTime } from '../panels/row';
import { LayerSymbol } from '../panels/symbol';
import { chosen } from './capture';
import { useBriefDesk } from './context';
import { Mark } from './marks';
import type { Scene } from './model';
import { Picker } from './picker';
import { useWords } from './words';

export function Highlights({ scene }: { readonly scene: Scene }): VNode {
  const app = useApp();
  const desk = useBriefDesk();
  const t = useWords();
  const [picking, pick] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const standing = new Set(scene.highlighted);
  const toggle = (id: string) =>
    desk.editScene(scene.id, (one) => ({ ...one, highlighted: standing.has(id) ? one.highlighted.filter((other) => other !== id) : [...one.highlighted, id] }));
  const offered = chosen(app).filter((id) => !standing.has(id));
  const all = app.drawn.value.map(({ feature }) => feature.id);
  return (
    <section class="ly-brief-highlights" data-field="highlighted">
      <h4>{t('brief.ui.highlighted')}</h4>
      {scene.highlighted.length > 0 && (
        <ul>
          {scene.highlighted.map((id, index) => (
            <Standing key={id} id={id} index={index} remove={() => toggle(id)} />
          ))}
        </ul>
      )}
      {offered.slice(0, 1).map((id) => (
        <button type="button" key={id} class="ly-text-button ly-brief-add" data-does="highlight-chosen" onClick={() => toggle(id)}>
          <Mark name="highlight" />
          {t('brief.ui.highlighted.chosen', { feature: `\u2068${nameOf(app, id)}\u2069` })}
        </button>
      ))}
      {picking ? (
        <Picker
          label="brief.ui.highlighted.find"
          sort="feature"
          all={all}
          chosen={standing}
          row={(id) => <FeatureRow id={id} />}
          toggle={toggle}
          close={() => {
            pick(false);
            requestAnimationFrame(() => button.current?.focus());
          }}
        />
      ) : (
        <button ref={button} type="button" class="ly-text-button ly-brief-add" data-does="pick-features" onClick={() => pick(true)}>
          <Icon name="plus" />
          {t('brief.ui.highlighted.pick')}
        </button>
      )}
    </section>
  );
}

function nameOf({ lookup, speech }: ReturnType<typeof useApp>, id: string): string {
  const feature = lookup.features.get(id);
  return feature ? speech.value.of(feature.title) : id;
}

function Standing(props: { readonly id: string; readonly index: number; remove(): void }): VNode {
  const app = useApp();
  const t = useWords();
  const { id } = props;
  const feature = app.lookup.features.get(id);
  const pointing = usePointing(() => [id]);
  const label = t('brief.ui.highlighted.remove', { feature: `\u2068${nameOf(app, id)}\u2069` });
  return (
    <li class="ly-brief-claim" data-feature={id} data-field={`highlighted.${props.index}`} {...pointing}>
      {feature && <LayerSymbol layer={feature.layer} />}
      <span class={feature ? 'ly-brief-claim-text' : 'ly-brief-claim-text ly-brief-lost'}>{feature ? nameOf(app, id) : t('brief.ui.highlighted.gone', { id: `\u2068${id}\u2069` })}</span>
      <button type="button" class="ly-row-button" aria-label={label} title={label} onClick={props.remove}>
        <Icon name="close" />
      </button>
    </li>
  );
}

function FeatureRow({ id }: { readonly id: string }): VNode | null {
  const { lookup } = useApp();
  const speech = useSpeech();
  const feature = lookup.features.get(id);
  if (!feature) return null;
  return (
    <>
      <span class="ly-row-title">{speech.of(feature.title)}</span>
      <span class="ly-row-meta">{placeAndTime(feature, speech, lookup)}</span>
    </>
  );
}
