/**
 * What the library hands to the map application: a document (a whole dataset, made once for each digest) and
 * a selection (what the filters leave of it). `libyamap.render.web` writes both; nothing here is HTML.
 */

export type Lang = 'ar' | 'en';
export type Theme = 'light' | 'dark';

/** One text in both languages. */
export interface Text {
  readonly ar: string;
  readonly en: string;
}

/** A date or interval: its four day numbers (days since 1970-01-01, edges inclusive) and how it reads. */
export interface When {
  readonly edtf: string;
  readonly days: Days;
  readonly text: Text;
  /** How precisely it is known, in words ("to the month"). */
  readonly precision: Text;
}

/** Start earliest, start latest, end earliest, end latest. Unbounded is FIRST_DAY or LAST_DAY. */
export type Days = readonly [number, number, number, number];

export type Precision = 'exact' | 'vicinity' | 'locality' | 'area' | 'sea' | 'country';
export type Assertion = 'stated' | 'reported' | 'assessed' | 'forecast' | 'requested' | 'denied';
export type LonLat = readonly [number, number];

export interface LayerGroup {
  readonly id: string;
  readonly title: Text;
}

export interface Layer {
  readonly id: string;
  readonly title: Text;
  readonly description: Text;
  readonly group: string;
  readonly collection: 'presence' | 'events' | 'movements' | 'assessments';
  readonly symbol: string;
  readonly shown: boolean;
}

export interface Place {
  readonly id: string;
  readonly kind: string;
  readonly name: Text;
  readonly aliases: { readonly ar: readonly string[]; readonly en: readonly string[] };
  readonly precision: Precision;
  /** Metres, for points only. */
  readonly radius: number | null;
  /** Where its symbol stands. */
  readonly point: LonLat;
  /** Geodesic circle of `radius` round the point, or the outline of an area; null where there is neither. */
  readonly outline: readonly (readonly (readonly LonLat[])[])[] | null;
  readonly within: string;
  readonly coordinates: readonly { gazetteer: string; lat: number; lon: number; used: boolean; note: Text | null }[];
  readonly outlineBasis: Text | null;
  readonly description: Text | null;
  readonly claims: readonly string[];
  readonly notes: readonly string[];
}

export interface Feature {
  readonly id: string;
  readonly collection: 'presence' | 'events' | 'movements' | 'assessments';
  readonly layer: string;
  readonly kind: string;
  readonly title: Text;
  readonly place: string | null;
  readonly about: readonly string[];
  /** Place ids of a movement's ends; null where the source does not say. */
  readonly origin: string | null;
  readonly destination: string | null;
  /** Drawn line of a movement (curved, longitude and latitude), from origin to destination. */
  readonly line: readonly LonLat[] | null;
  /** A movement between countries or areas: its line shows a direction, not a route. */
  readonly schematic: boolean;
  readonly actors: readonly { readonly actor: string; readonly role: string }[];
  readonly days: Days;
  readonly when: When | null;
  readonly confirmed: When | null;
  readonly declared: boolean | null;
  readonly strength: { readonly text: Text; readonly of: string } | null;
  readonly claims: readonly string[];
  readonly ties: readonly { readonly feature: string; readonly relation: string }[];
  readonly notes: readonly string[];
}

export interface Claim {
  readonly id: string;
  readonly source: string;
  readonly locator: readonly number[];
  readonly origin: string;
  readonly wording: Text;
  readonly assertion: Assertion;
  readonly hedge: string | null;
  readonly condition: Text | null;
  readonly reliability: 'A' | 'B' | 'C' | 'D' | 'E' | 'F';
  readonly credibility: 1 | 2 | 3 | 4 | 5 | 6;
  readonly basis: Text;
  readonly basisNote: Text | null;
  readonly happened: When | null;
  readonly said: When | null;
  readonly recorded: When;
  readonly dating: Text | null;
  readonly actors: readonly string[];
  readonly places: readonly string[];
  readonly reasonFor: readonly string[];
  readonly text: Text;
  readonly notes: readonly string[];
}

export interface Actor {
  readonly id: string;
  readonly name: Text;
  readonly kind: string;
  readonly group: string;
  readonly aliases: { readonly ar: readonly string[]; readonly en: readonly string[] };
  readonly description: Text | null;
  readonly roles: readonly {
    readonly kind: string;
    readonly title: Text;
    readonly of: string | null;
    readonly when: When | null;
    readonly claims: readonly string[];
  }[];
  readonly notes: readonly string[];
}

export interface Source {
  readonly id: string;
  readonly title: Text;
  readonly description: Text;
  readonly published: When | null;
  readonly dating: Text | null;
  readonly publisher: Text | null;
  readonly reliability: string;
  readonly reliabilityBasis: Text;
  readonly notes: readonly string[];
}

/** How a layer's features look: `shape` is an SVG path within (-10, -10, 10, 10). */
export interface Symbol {
  readonly shape: string;
  readonly colour: Readonly<Record<Theme, string>>;
  /** Place in the dataset's own drawing order, the largest on top. */
  readonly order: number;
  /** Whether a hole marks it as a presence. */
  readonly hole: boolean;
}

export interface Document {
  readonly format: 'libyamap-document/1';
  readonly digest: string;
  readonly version: string;
  readonly title: Text;
  readonly description: Text;
  readonly attribution: Text;
  readonly licence: string;
  /** Day number that the dataset speaks for. */
  readonly asOf: number;
  /** West, south, east, north. */
  readonly home: readonly [number, number, number, number];
  readonly notKnown: readonly Text[];
  readonly groups: readonly LayerGroup[];
  readonly layers: readonly Layer[];
  /** Ids of the layers as they are drawn where the view asks for no other order, the one on top first. */
  readonly order: readonly string[];
  readonly symbols: Readonly<Record<string, Symbol>>;
  /** Colours by name, for chrome and basemap, in either theme; see `themes/`. */
  readonly themes: Readonly<Record<Theme, Readonly<Record<string, string>>>>;
  readonly actorGroups: readonly { readonly id: string; readonly name: Text }[];
  readonly actors: readonly Actor[];
  readonly places: readonly Place[];
  readonly features: readonly Feature[];
  readonly claims: readonly Claim[];
  readonly sources: readonly Source[];
  readonly origins: readonly { readonly id: string; readonly name: Text; readonly description: Text | null }[];
  readonly hedges: readonly { readonly id: string; readonly name: Text; readonly rank: number }[];
  readonly notes: readonly { readonly id: string; readonly kind: string; readonly text: Text; readonly touches: readonly string[] }[];
  /** Ready-made evidence filters: the part of a permalink that each sets. */
  readonly presets: readonly { readonly id: string; readonly query: string }[];
  /** Problems of a newer version of the files on disk, which is therefore not shown. */
  readonly problems: readonly Text[];
}

/** A feature that the filters leave. */
export interface Item {
  readonly id: string;
  /** Those of its claims that the filters leave; all of them if not given. */
  readonly claims?: readonly string[];
  /** The strongest assertion among the claims that are left: how it is drawn. */
  readonly assertion: Assertion;
  /** What takes the place of the feature's own dates and strength where some of its claims were not yet known. */
  readonly known?: Pick<Feature, 'days' | 'when' | 'confirmed' | 'strength'>;
}

export interface Selection {
  readonly format: 'libyamap-selection/1';
  readonly digest: string;
  /** The filters that made it, as permalink parameters (no viewport, layers, interval, language or theme). */
  readonly query: string;
  readonly asOf: number;
  readonly items: readonly Item[];
  /** What was filtered, in words; says nothing of layers and interval. */
  readonly sentence: Text;
  /** Each active filter by its permalink parameter, and what it keeps, in words. */
  readonly filters: readonly { readonly parameter: string; readonly text: Text }[];
  readonly total: number;
  /** Why nothing is left; null where something is. */
  readonly empty: Emptiness | null;
}

/** Why filters leave nothing, and what each of them does, the strongest first. */
export interface Emptiness {
  readonly reason: Text;
  /** How many features a filter takes away by itself, and how many would be left without it. */
  readonly removals: readonly { readonly parameter: string; readonly alone: number; readonly without: number }[];
}

/** What each choice of each filter would leave beside the others: positions in the document's list of features. */
export interface Choices {
  readonly format: 'libyamap-choices/1';
  readonly digest: string;
  readonly query: string;
  /** By permalink parameter, then by the value that would be chosen. */
  readonly left: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
  /** What a click on a preset would leave, by its id. */
  readonly presets: Readonly<Record<string, readonly number[]>>;
}
