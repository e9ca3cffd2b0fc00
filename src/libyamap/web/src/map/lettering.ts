/** Everything that is written on the map, features' labels and the ground's names, placed together. */

import type { Lang } from '../document';
import { direction } from '../i18n';
import type { Palette } from './ground-brush';
import type { GroundLayer } from './ground-layer';
import { createMeasure, labelFont, paintLabels } from './label-painter';
import { placeLabels, type Box, type Label, type Side } from './labels';
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
  paint(context: CanvasRenderingContext2D, frame: Frame, wanted: Wanted): void;
  /** The next labels choose their sides afresh. */
  reset(): void;
}

/** `changed` is told when widths of text change, as the font has come. */
export function createLettering(ground: GroundLayer, changed: () => void): Lettering {
  const measure = createMeasure();
  let sides: ReadonlyMap<string, Side> = new Map();
  void document.fonts.load(labelFont(12)).then(() => {
    measure.forget();
    changed();
  });
  return {
    paint: (context, frame, { labels, room, obstacles, lang, palette }) => {
      const around = { frame: room, direction: direction(lang), before: sides };
      // Names of features may cover a town's dot; names of the ground may not.
      const named = placeLabels(labels, { ...around, obstacles }, measure);
      const covered = [...obstacles, ...named.map(({ box }) => box), ...ground.obstacles(frame)];
      const grounded = placeLabels(unnamed(ground.labels(frame, lang, palette), labels), { ...around, obstacles: covered }, measure);
      const placed = [...grounded, ...named];
      sides = new Map(placed.map(({ label, side }) => [label.id, side]));
      paintLabels(context, placed, { halo: palette['halo'] ?? '#ffffff', direction: direction(lang) });
    },
    reset: () => {
      sides = new Map();
    },
  };
}

/** Names of the ground without those of towns that a feature's label names already. */
function unnamed(ground: readonly Label[], labels: readonly Label[]): Label[] {
  const named = new Set(labels.flatMap(({ lines }) => lines.map(({ text }) => text)));
  return ground.filter(({ id, lines }) => !id.startsWith('town:') || !named.has(lines[0]?.text ?? ''));
}
