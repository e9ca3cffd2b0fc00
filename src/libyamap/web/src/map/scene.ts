/** What is drawn of the features shown: marks at places, outlines of areas, lines of movements. */

import type { Document, Feature, Place, Precision, Symbol } from '../document';
import type { Drawn } from '../selection';
import type { Stack } from '../stack';
import { pixelsPerMetre, projected, type Point } from './projection';

/** Everything at one place: its features, those drawn on top first. */
export interface Mark {
  readonly place: Place;
  /** Pixels of zoom 0. */
  readonly at: Point;
  readonly drawn: readonly Drawn[];
}

/** A feature that fills an area. */
export interface Area {
  readonly drawn: Drawn;
  readonly outline: Path2D;
  readonly place: Place;
  /** Which of how many that fill the same place: their hatches take turns. */
  readonly turn: number;
  readonly turns: number;
}

/** A movement: from its origin to its destination, or only its known end. */
export interface Arrow {
  readonly drawn: Drawn;
  /** Pixels of zoom 0; a single point where an end is unknown. */
  readonly line: readonly Point[];
  /** Which end the source does not state. */
  readonly missing: 'origin' | 'destination' | null;
  readonly end: string;
}

/** The circle within which a place lies. */
export interface Halo {
  readonly place: Place;
  readonly at: Point;
  /** Pixels of zoom 0. */
  readonly radius: number;
  readonly outline: Path2D;
  readonly top: Drawn;
}

export interface Scene {
  readonly marks: readonly Mark[];
  readonly areas: readonly Area[];
  readonly arrows: readonly Arrow[];
  readonly halos: readonly Halo[];
}

export const EMPTY: Scene = { marks: [], areas: [], arrows: [], halos: [] };

const FILLED: ReadonlySet<Precision> = new Set(['area']);

/** What is known of a document for drawing, made once; a newer document takes its place. */
export interface Stage extends Known {
  load(document: Document): void;
}

interface Known {
  readonly document: Document;
  readonly places: ReadonlyMap<string, Place>;
  readonly features: ReadonlyMap<string, Feature>;
  symbol(feature: Feature): Symbol | undefined;
  /** Outline of a place in pixels of zoom 0. */
  outline(place: Place): Path2D;
}

export function createStage(first: Document): Stage {
  let known = knownOf(first);
  return {
    get document() {
      return known.document;
    },
    get places() {
      return known.places;
    },
    get features() {
      return known.features;
    },
    symbol: (feature) => known.symbol(feature),
    outline: (place) => known.outline(place),
    load: (document) => {
      if (document !== known.document) known = knownOf(document);
    },
  };
}

function knownOf(document: Document): Known {
  const layers = new Map(document.layers.map((layer) => [layer.id, layer]));
  const outlines = new Map<string, Path2D>();
  return {
    document,
    places: new Map(document.places.map((place) => [place.id, place])),
    features: new Map(document.features.map((feature) => [feature.id, feature])),
    symbol: (feature) => document.symbols[layers.get(feature.layer)?.symbol ?? ''],
    outline: (place) => {
      const known = outlines.get(place.id) ?? traced(place);
      outlines.set(place.id, known);
      return known;
    },
  };
}

export function createScene(drawn: readonly Drawn[], stage: Stage, stack: Stack): Scene {
  const rank = (one: Drawn) => stack.rank(one.feature.layer);
  const sorted = [...drawn].sort((a, b) => rank(a) - rank(b) || Number(b.certain) - Number(a.certain) || (a.feature.id < b.feature.id ? -1 : 1));
  const byPlace = new Map<string, Drawn[]>();
  for (const one of sorted) {
    const { place } = one.feature;
    if (place) byPlace.set(place, [...(byPlace.get(place) ?? []), one]);
  }
  const marks = [...byPlace].flatMap(([id, here]): Mark[] => {
    const place = stage.places.get(id);
    return place ? [{ place, at: projected(place.point), drawn: here }] : [];
  });
  return { marks, areas: inTurns(sorted.flatMap((one) => areaOf(one, stage))), arrows: sorted.flatMap((one) => arrowOf(one, stage)), halos: halosOf(marks, stage) };
}

type Filled = Omit<Area, 'turn' | 'turns'>;

function inTurns(areas: readonly Filled[]): Area[] {
  const together = (place: Place) => areas.filter((other) => other.place === place);
  return areas.map((area) => ({ ...area, turn: together(area.place).indexOf(area), turns: together(area.place).length }));
}

function areaOf(drawn: Drawn, stage: Stage): Filled[] {
  const { collection, kind, place: id } = drawn.feature;
  const place = stage.places.get(id ?? '');
  if (!place?.outline || !FILLED.has(place.precision)) return [];
  return collection === 'presence' || kind === 'campaign' ? [{ drawn, place, outline: stage.outline(place) }] : [];
}

function halosOf(marks: readonly Mark[], stage: Stage): Halo[] {
  return marks.flatMap(({ place, at, drawn }): Halo[] => {
    const [top] = drawn;
    if (!top || !place.radius || !place.outline) return [];
    return [{ place, at, top, outline: stage.outline(place), radius: place.radius * pixelsPerMetre(place.point[1]) }];
  });
}

function arrowOf(drawn: Drawn, stage: Stage): Arrow[] {
  const { origin, destination, line } = drawn.feature;
  if (line && destination) return [{ drawn, line: line.map(projected), missing: null, end: destination }];
  const end = stage.places.get(destination ?? origin ?? '');
  if (!end) return [];
  return [{ drawn, line: [projected(end.point)], missing: destination ? 'origin' : 'destination', end: end.id }];
}

function traced(place: Place): Path2D {
  const path = new Path2D();
  for (const rings of place.outline ?? []) {
    for (const ring of rings) {
      ring.forEach((position, index) => {
        const { x, y } = projected(position);
        if (index) path.lineTo(x, y);
        else path.moveTo(x, y);
      });
      path.closePath();
    }
  }
  return path;
}
