/** Everything that is written on the map, features' labels and the ground's names, placed together. */

import type { Lang } from '../document';
import { direction } from '../i18n';
import type { Palette } from './ground-brush';
import type { GroundLayer } from './ground-layer';
import { createMeasure, labelFont, paintLabels, type LabelStyle } from './label-painter';
import { createLabelPicture } from './label-picture';
import { placeLabels, type Box, type Label, type Placed, type Side } from './labels';
import type { Frame } from './sheet';

/** What is to be written on a frame, and what must be spared. */
export interface Wanted {
  /** Labels of features. */
  readonly labels: readonly Label[];
  /** Where labels may stand. */
  readonly room: Box;
  readonly obstacles: readonly Box[];
  readonly lang: Lang;
  readonly palette: Palette;
}

export interface Lettering {
  /** Find places for what is to be written. */
  place(frame: Frame, wanted: Wanted): void;
  /** Whether what was placed last still serves in haste: it is for this frame, and hardly older than the eye is quick. */
  serves(frame: Frame): boolean;
  /** Write what was placed; in haste from a picture of it. */
  paint(context: CanvasRenderingContext2D, hasty: boolean): void;
  /** The next labels choose their sides afresh. */
  reset(): void;
}

/** Milliseconds for which labels serve while pictures follow one another in haste: nobody reads faster. */
const SERVE = 100;
/** Of the time that passes in haste, the share that goes into finding room for labels: of thousands it takes long. */
const SHARE = 0.08;

/** `changed` is told when widths of text change, as the font has come. */
export function createLettering(ground: GroundLayer, changed: () => void): Lettering {
  const measure = createMeasure();
  const picture = createLabelPicture();
  let sides: ReadonlyMap<string, Side> = new Map();
  let placed: readonly Placed[] = [];
  let style: LabelStyle = { halo: '#ffffff', direction: 'ltr' };
  let last: { readonly frame: Frame; readonly until: number } | null = null;
  void document.fonts.load(labelFont(12)).then(() => {
    measure.forget();
    changed();
  });
  return {
    place: (frame, { labels, room, obstacles, lang, palette }) => {
      const begun = performance.now();
      const around = { frame: room, direction: direction(lang), before: sides };
      // Names of features may cover a town's dot; names of the ground may not.
      const named = placeLabels(labels, { ...around, obstacles }, measure);
      const covered = [...obstacles, ...named.map(({ box }) => box), ...ground.obstacles(frame)];
      const grounded = placeLabels(unnamed(ground.labels(frame, lang, palette), labels), { ...around, obstacles: covered }, measure);
      placed = [...grounded, ...named];
      sides = new Map(placed.map(({ label, side }) => [label.id, side]));
      style = { halo: palette['halo'] ?? '#ffffff', direction: direction(lang) };
      const done = performance.now();
      last = { frame, until: done + Math.max(SERVE, (done - begun) / SHARE) };
      picture.forget();
    },
    serves: (frame) => last !== null && isSame(frame, last.frame) && performance.now() < last.until,
    paint: (context, hasty) => {
      if (hasty) picture.paint(context, placed, style);
      else paintLabels(context, placed, style);
    },
    reset: () => {
      last = null;
      sides = new Map();
    },
  };
}

function isSame(one: Frame, { zoom, origin, size }: Frame): boolean {
  return one.zoom === zoom && one.origin.x === origin.x && one.origin.y === origin.y && one.size.width === size.width && one.size.height === size.height;
}

/** Names of the ground without those of towns that a feature's label names already. */
function unnamed(ground: readonly Label[], labels: readonly Label[]): Label[] {
  const named = new Set(labels.flatMap(({ lines }) => lines.map(({ text }) => text)));
  return ground.filter(({ id, lines }) => !id.startsWith('town:') || !named.has(lines[0]?.text ?? ''));
}
