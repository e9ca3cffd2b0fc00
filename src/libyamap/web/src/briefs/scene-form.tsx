/** A scene that is open: its view, its texts, what stands out, and how it is shown. */

import type { VNode } from 'preact';
import { useApp } from '../panels/context';
import { Icon } from '../panels/icon';
import { Choice, Switch } from '../panels/parts';
import { unkeptDrawings } from './capture';
import { useBriefDesk } from './context';
import { BothField, Field, Folded, MarkingField } from './fields';
import { Highlights } from './highlights';
import { Lines } from './lines';
import { Mark } from './marks';
import { MOST_DWELL, type Scene } from './model';
import { useWords } from './words';

export function SceneForm({ scene }: { readonly scene: Scene }): VNode {
  const desk = useBriefDesk();
  const t = useWords();
  const edit = (changes: Partial<Scene>, step?: string) => desk.editScene(scene.id, (one) => ({ ...one, ...changes }), step);
  return (
    <div class="ly-brief-scene-form">
      <ScreenHint scene={scene} />
      <BothField label="brief.ui.scene.title" field="title" rows={2} text={scene.title} set={(lang, text) => edit({ title: { ...scene.title, [lang]: text } }, `title.${lang}`)} />
      <Lines scene={scene} />
      <Highlights scene={scene} />
      <Folded label="brief.ui.showing" className="ly-brief-showing" open={scene.dwell !== null || scene.plays || scene.marking !== null || scene.transition === 'cut'}>
        <div class="ly-field" data-field="transition">
          <span>{t('brief.ui.transition')}</span>
          <Choice
            label={t('brief.ui.transition')}
            value={scene.transition}
            options={(['fly', 'cut'] as const).map((value) => ({ value, text: t(`brief.ui.transition.${value}`) }))}
            choose={(transition) => edit({ transition })}
          />
        </div>
        <Field label="brief.ui.dwell" field="dwell">
          <input
            type="number"
            dir="ltr"
            min={1}
            max={MOST_DWELL}
            step="any"
            placeholder={t('brief.ui.dwell.none')}
            value={scene.dwell ?? ''}
            onInput={(event) => edit({ dwell: dwellOf(event.currentTarget.valueAsNumber) }, 'dwell')}
          />
        </Field>
        <Switch on={scene.plays} label={t('brief.ui.plays')} set={(plays) => edit({ plays })} />
        <MarkingField value={scene.marking} set={(marking) => edit({ marking }, 'marking')} />
      </Folded>
      <div class="ly-row-of-buttons">
        <button type="button" class="ly-button" data-does="duplicate" onClick={() => desk.duplicate(scene.id)}>
          <Icon name="copy" />
          {t('brief.ui.duplicate')}
        </button>
        <button type="button" class="ly-button" data-does="remove" onClick={() => desk.remove(scene.id)}>
          <Icon name="remove" />
          {t('brief.ui.remove')}
        </button>
      </div>
    </div>
  );
}

/** Nothing, where it is no time that a scene can last. */
function dwellOf(seconds: number): number | null {
  return seconds > 0 && seconds <= MOST_DWELL ? seconds : null;
}

/** Whether the map shows the scene, and what to do where it shows something else. */
function ScreenHint({ scene }: { readonly scene: Scene }): VNode {
  const app = useApp();
  const desk = useBriefDesk();
  const t = useWords();
  const unkept = unkeptDrawings(app);
  return (
    <div class="ly-brief-hint" data-field="view">
      {desk.shows(scene) ? (
        <p class="ly-hint">
          <Icon name="check" />
          {t('brief.ui.on-screen')}
        </p>
      ) : (
        <>
          <p class="ly-hint">{t('brief.ui.elsewhere')}</p>
          <div class="ly-row-of-buttons">
            <button type="button" class="ly-button" data-does="retake" onClick={() => desk.retake(scene.id)}>
              <Mark name="retake" />
              {t('brief.ui.retake')}
            </button>
            <button type="button" class="ly-button" data-does="go" onClick={() => desk.go(scene.id)}>
              <Icon name="locate" />
              {t('brief.ui.go')}
            </button>
          </div>
        </>
      )}
      {unkept > 0 && <p class="ly-hint">{t('brief.ui.unkept', { n: unkept })}</p>}
    </div>
  );
}
