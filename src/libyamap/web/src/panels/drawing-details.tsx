/** A drawing that is open: its name, its positions and radii, what it measures, what is inside. */

import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { written } from '../coordinates';
import type { LonLat } from '../document';
import { curved, legs, length } from '../drawing/geodesy';
import { areaWords, bearingWords, distanceWords, parseRadii, writtenRadii } from '../drawing/measures';
import { MOST_NAME, MOST_NOTE, MOST_RADIUS, POSITIONS_OF, RADII_OF, tidied, type Drawing } from '../drawing/model';
import { reachOf } from '../drawing/reach';
import { areaOf, perimeterOf, regionOf } from '../drawing/region';
import { useApp, useDesk } from './context';
import { parsePositions, pastPole } from './draft';
import { DrawingInside } from './drawing-inside';
import { Icon } from './icon';
import { Fact, Facts } from './parts';

/** Positions from which a list of them says nothing any more. */
const MOST_LISTED = 120;

export function DrawingDetails({ drawing }: { readonly drawing: Drawing }): VNode {
  const { map, speech } = useApp();
  const desk = useDesk();
  const { t } = speech.value;
  const { id, shape, role, name, note } = drawing;
  const isText = shape === 'text';
  return (
    <div class="ly-drawing-details">
      <label class="ly-field">
        <span>{t(isText ? 'web.drawing.text' : 'web.drawing.name')}</span>
        <input
          type="text"
          dir="auto"
          data-field="name"
          maxLength={MOST_NAME}
          defaultValue={name}
          key={name}
          onChange={(event) => desk.change({ ...drawing, name: tidied(event.currentTarget.value, MOST_NAME) }, `name:${id}`)}
        />
      </label>
      {role === 'note' && (
        <label class="ly-field">
          <span>{t('web.drawing.note')}</span>
          <textarea
            dir="auto"
            rows={3}
            data-field="note"
            maxLength={MOST_NOTE}
            defaultValue={note}
            key={note}
            onChange={(event) => desk.change({ ...drawing, note: tidied(event.currentTarget.value, MOST_NOTE) }, `note:${id}`)}
          />
        </label>
      )}
      {RADII_OF[shape] > 0 && <RadiiField drawing={drawing} />}
      <Measured drawing={drawing} />
      <Positions drawing={drawing} />
      {role === 'selection' && <DrawingInside drawing={drawing} />}
      <div class="ly-row-of-buttons">
        <button type="button" class="ly-button" onClick={() => map.value?.flyAround(extentOf(drawing))}>
          <Icon name="locate" />
          {t('web.evidence.show-on-map')}
        </button>
        <button type="button" class="ly-button" data-does="remove" onClick={() => desk.remove(id)}>
          <Icon name="remove" />
          {t('web.drawing.remove')}
        </button>
      </div>
    </div>
  );
}

function extentOf(drawing: Drawing): LonLat[] {
  if (drawing.shape === 'rings') return [...(regionOf({ ...drawing, shape: 'circle', radii: drawing.radii.slice(-1) })?.rings.flat() ?? [])];
  return [...(regionOf(drawing)?.rings.flat() ?? curved(drawing.paths[0] ?? []))];
}

function RadiiField({ drawing }: { readonly drawing: Drawing }): VNode {
  const { speech } = useApp();
  const desk = useDesk();
  const { t } = speech.value;
  const [problem, setProblem] = useState('');
  const most = RADII_OF[drawing.shape];
  const take = (text: string) => {
    const radii = parseRadii(text, MOST_RADIUS);
    if (!radii || radii.length > most) setProblem(t('web.drawing.wrong-radius', { n: most }));
    else if (Math.max(...radii) > reachOf(drawing)) setProblem(pastPole(drawing.paths, t));
    else {
      setProblem('');
      desk.change({ ...drawing, radii });
    }
  };
  const value = writtenRadii(drawing.radii);
  return (
    <label class="ly-field">
      <span>{t(`web.drawing.radius.${drawing.shape as 'circle' | 'corridor' | 'rings'}`)}</span>
      <input type="text" dir="ltr" data-field="radii" autocomplete="off" key={value} defaultValue={value} aria-invalid={problem !== ''} onChange={(event) => take(event.currentTarget.value)} />
      {problem && (
        <small class="ly-problem" role="alert">
          {problem}
        </small>
      )}
    </label>
  );
}

/** Lengths, bearings and areas, each where there is one. */
function Measured({ drawing }: { readonly drawing: Drawing }): VNode | null {
  const { speech } = useApp();
  const words = speech.value;
  const { shape, paths } = drawing;
  const [path = []] = paths;
  const area = areaOf(drawing);
  if (area !== null) {
    return (
      <Facts>
        <Fact name="web.drawing.area">{areaWords(area, words)}</Fact>
        <Fact name="web.drawing.perimeter">{distanceWords(perimeterOf(drawing), words)}</Fact>
      </Facts>
    );
  }
  if (shape !== 'line' && shape !== 'corridor') return null;
  const way = legs(path);
  return (
    <Facts>
      <Fact name="web.drawing.length">{distanceWords(length(path), words)}</Fact>
      <Fact name={way.length > 1 ? 'web.drawing.legs' : 'web.drawing.bearing'}>
        <ol class="ly-legs">
          {way.map(({ metres, bearing }, index) => (
            <li key={index}>
              {way.length > 1 && `${distanceWords(metres, words)} · `}
              {bearingWords(bearing)}
            </li>
          ))}
        </ol>
      </Fact>
    </Facts>
  );
}

/** Positions as text, to be read, copied and changed. */
function Positions({ drawing }: { readonly drawing: Drawing }): VNode | null {
  const { speech } = useApp();
  const desk = useDesk();
  const { t } = speech.value;
  const [problem, setProblem] = useState('');
  const [path = [], ...more] = drawing.paths;
  const [least, most] = POSITIONS_OF[drawing.shape];
  if (more.length > 0 || path.length > MOST_LISTED) return <p class="ly-hint">{t('web.drawing.many-positions', { n: drawing.paths.flat().length })}</p>;
  const value = path.map((position) => written(position, 'decimal')).join('\n');
  const take = (text: string) => {
    const positions = parsePositions(text);
    if (typeof positions === 'number') setProblem(t('web.drawing.wrong-position', { line: positions }));
    else if (positions.length < least || positions.length > most) setProblem(t(least === most ? 'web.drawing.wrong-number' : 'web.drawing.too-few', { n: least }));
    else if (Math.max(0, ...drawing.radii) > reachOf({ paths: [positions] })) setProblem(pastPole([positions], t));
    else {
      setProblem('');
      desk.change({ ...drawing, paths: [positions] });
    }
  };
  return (
    <details class="ly-positions">
      <summary>{t('web.drawing.positions', { n: path.length })}</summary>
      <textarea dir="ltr" data-field="positions" rows={Math.min(8, path.length + 1)} spellcheck={false} aria-label={t('web.drawing.typed')} key={value} defaultValue={value} aria-invalid={problem !== ''} onChange={(event) => take(event.currentTarget.value)} />
      {problem && (
        <small class="ly-problem" role="alert">
          {problem}
        </small>
      )}
    </details>
  );
}
