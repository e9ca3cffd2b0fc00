/** What is being drawn: how to go on, and the same by typed coordinates. */

import type { TargetedSubmitEvent, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { parsePosition } from '../coordinates';
import type { LonLat } from '../document';
import { parseRadii, writtenRadii } from '../drawing/measures';
import { MOST_RADIUS, POSITIONS_OF, RADII_OF, type Drawing } from '../drawing/model';
import { reachOf } from '../drawing/reach';
import { isEnough, type Draft } from '../drawing/tools';
import type { Speech } from '../i18n';
import { useApp, useDesk } from './context';
import { COORDINATES_FIELD } from './drawing-tools';

/** Positions typed one a line; the number of the first line that is none, if there is one. */
export function parsePositions(text: string): readonly LonLat[] | number {
  const lines = text.split('\n').map((line) => line.trim());
  const positions = lines.filter(Boolean).map(parsePosition);
  const wrong = lines.findIndex((line) => line !== '' && parsePosition(line) === null);
  return wrong >= 0 ? wrong + 1 : positions.filter((one) => one !== null);
}

/** That a radius would reach over a pole, and which would not. */
export function pastPole(paths: Drawing['paths'], t: Speech['t']): string {
  return t('web.drawing.past-pole', { km: Math.floor(reachOf({ paths }) / 1000) });
}

/** Finish, take back, give up: beside the panel too, as on a touch screen there are no keys. */
export function DraftBar(): VNode | null {
  const { speech } = useApp();
  const desk = useDesk();
  const { t } = speech.value;
  const { value: draft } = desk.draft;
  if (!draft) return null;
  const several = POSITIONS_OF[draft.tool.shape][1] === Infinity;
  return (
    <section class="ly-draft-bar" aria-label={t(`web.drawing.tool.${draft.tool.id}`)}>
      <span role="status">{hint(draft, t)}</span>
      {draft.points.length > 0 && (
        <button type="button" class="ly-button" onClick={desk.undo}>
          {t('web.drawing.undo')}
        </button>
      )}
      {several && (
        <button type="button" class="ly-button ly-primary" disabled={!isEnough(draft)} onClick={desk.finish}>
          {t('web.drawing.finish')}
        </button>
      )}
      <button type="button" class="ly-button" onClick={desk.cancel}>
        {t('web.drawing.cancel')}
      </button>
    </section>
  );
}

function hint({ tool, points }: Draft, t: Speech['t']): string {
  const { shape } = tool;
  if (shape === 'circle') return t(points.length ? 'web.drawing.hint.radius' : 'web.drawing.hint.centre');
  if (shape === 'rectangle') return t(points.length ? 'web.drawing.hint.opposite' : 'web.drawing.hint.corner');
  if (POSITIONS_OF[shape][1] === 1) return t(shape === 'rings' ? 'web.drawing.hint.centre' : 'web.drawing.hint.point');
  return t(points.length ? 'web.drawing.hint.next' : 'web.drawing.hint.first');
}

export function DraftForm(): VNode | null {
  const { speech } = useApp();
  const desk = useDesk();
  const { t } = speech.value;
  const { value: draft } = desk.draft;
  const [text, setText] = useState('');
  const [radii, setRadii] = useState('');
  const [problem, setProblem] = useState('');
  if (!draft) return null;
  const { shape, role } = draft.tool;
  const [least, most] = POSITIONS_OF[shape];
  const sized = RADII_OF[shape] > 0;
  const add = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const positions = parsePositions(text);
    const sizes = sized ? parseRadii(radii || writtenRadii([draft.radius]), MOST_RADIUS) : [];
    if (typeof positions === 'number') setProblem(t('web.drawing.wrong-position', { line: positions }));
    else if (positions.length < least || positions.length > most) setProblem(t(least === most ? 'web.drawing.wrong-number' : 'web.drawing.too-few', { n: least }));
    else if (!sizes || sizes.length > RADII_OF[shape]) setProblem(t('web.drawing.wrong-radius', { n: RADII_OF[shape] }));
    else if (Math.max(...sizes) > reachOf({ paths: [positions] })) setProblem(pastPole([positions], t));
    else {
      desk.cancel();
      desk.add([{ shape, role, only: false, paths: [positions], radii: sizes, name: '', note: '' }]);
    }
  };
  return (
    <form class="ly-form ly-draft" onSubmit={add}>
      <h3>{t(`web.drawing.tool.${draft.tool.id}`)}</h3>
      <label>
        <span>{t('web.drawing.typed')}</span>
        <textarea
          id={COORDINATES_FIELD}
          dir="ltr"
          rows={Math.min(4, Math.max(1, least + Number(most > least)))}
          spellcheck={false}
          placeholder={'31.2089, 16.5887'}
          value={text}
          aria-invalid={problem !== ''}
          onInput={(event) => (setText(event.currentTarget.value), setProblem(''))}
        />
      </label>
      {sized && (
        <label>
          <span>{t(`web.drawing.radius.${shape as 'circle' | 'corridor' | 'rings'}`)}</span>
          <input type="text" dir="ltr" autocomplete="off" placeholder={writtenRadii([draft.radius])} value={radii} onInput={(event) => (setRadii(event.currentTarget.value), setProblem(''))} />
        </label>
      )}
      {problem && (
        <p class="ly-problem" role="alert">
          {problem}
        </p>
      )}
      <div class="ly-row-of-buttons">
        <button type="submit" class="ly-button">
          {t('web.drawing.add')}
        </button>
        <button type="button" class="ly-button" onClick={desk.cancel}>
          {t('web.drawing.cancel')}
        </button>
      </div>
    </form>
  );
}
