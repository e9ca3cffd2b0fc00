/** The state of what surrounds the map: panels, dialogs, messages. It is not part of the view. */

import { effect, signal, type Signal } from '@preact/signals';
import type { LonLat, Text } from './document';
import type { Notation } from './coordinates';
import type { MessageKey, Params } from './i18n';
import { SECTIONS, type Section } from './legend';
import type { Viewport } from './map/view';
import { createWorkbench, type Workbench } from './workbench';

export type Tab = 'layers' | 'filters' | 'drawings';
export type DialogName = 'about' | 'shortcuts' | 'go-to' | 'own' | 'export';
export type OverviewList = 'placed' | 'unplaced';
/** The layer list by group, or in the order in which layers are drawn. */
export type LayerList = 'groups' | 'order';

export interface Action {
  readonly key: MessageKey;
  run(): void;
}

export interface Toast {
  readonly id: number;
  readonly key: MessageKey;
  readonly params: Params;
  readonly tone: 'plain' | 'problem';
  /** What a reader may do about it. */
  readonly action: Action | null;
}

export interface Chrome {
  readonly tab: Signal<Tab>;
  readonly list: Signal<OverviewList>;
  readonly startOpen: Signal<boolean>;
  readonly endOpen: Signal<boolean>;
  readonly workbench: Workbench;
  readonly legendOpen: Signal<boolean>;
  /** Sections of the legend that are folded away. */
  readonly legendFolded: Signal<ReadonlySet<Section>>;
  readonly layerList: Signal<LayerList>;
  /** Layer whose opacity is being set. */
  readonly seeThrough: Signal<string | null>;
  readonly dialog: Signal<DialogName | null>;
  /** Whether a file is dragged over the page. */
  readonly dropping: Signal<boolean>;
  readonly toast: Signal<Toast | null>;
  /** Ids that were open before, the last one first to return to. */
  readonly trail: Signal<readonly string[]>;
  /** Feature that the pointer is on, on the map. */
  readonly hovered: Signal<string | null>;
  /** Feature that keys have stepped to, on the map. */
  readonly stepped: Signal<string | null>;
  /** Ids that the pointer or the focus is on, in a list. */
  readonly pointed: Signal<readonly string[]>;
  /** Ids that stand out where nothing is pointed at: those of a brief's open scene. */
  readonly highlighted: Signal<readonly string[]>;
  readonly pointer: Signal<LonLat | null>;
  readonly viewport: Signal<Viewport | null>;
  readonly notation: Signal<Notation>;
  /** Problems of a newer version of the dataset's files. */
  readonly problems: Signal<readonly Text[]>;
  /** Whether keys of a single letter or sign do anything. */
  readonly singleKeys: Signal<boolean>;
  /** Whether the server answers; null before it first did. */
  readonly connected: Signal<boolean | null>;
  /** Whether a selection is awaited. */
  readonly waiting: Signal<boolean>;
  say(key: MessageKey, params?: Params, action?: Action): void;
  warn(key: MessageKey, params?: Params): void;
}

/** Height of the window, in CSS pixels, from which the list of layers leaves room for the legend at first. */
const LEGEND_FROM = 760;
/** Height of the window, in CSS pixels, from which a section of the legend is open at first. */
const ROOM: Readonly<Record<Section, number>> = { assertions: 0, precisions: 1000, confirmation: 1200, kinds: 1400, actors: 1400 };

/** Below this width in CSS pixels the panels are sheets over the map, and closed at first. */
export const SHEET_WIDTH = 1080;

export function createChrome(problems: readonly Text[], wide: boolean): Chrome {
  const toast = signal<Toast | null>(null);
  const show = (tone: Toast['tone'], key: MessageKey, params: Params = {}, action: Action | null = null) => {
    toast.value = { id: (toast.value?.id ?? 0) + 1, key, params, tone, action };
  };
  const [startOpen, endOpen] = [signal(wide), signal(wide)];
  // Sheets lie over the map: one at a time, so that some of it is left.
  const alone = (opened: Signal<boolean>, other: Signal<boolean>) => effect(() => {
    if (opened.value && innerWidth < SHEET_WIDTH) other.value = false;
  });
  alone(startOpen, endOpen);
  alone(endOpen, startOpen);
  return {
    tab: signal<Tab>('layers'),
    list: signal<OverviewList>('placed'),
    startOpen,
    endOpen,
    workbench: createWorkbench(),
    legendOpen: signal(innerHeight >= LEGEND_FROM),
    legendFolded: signal<ReadonlySet<Section>>(new Set(SECTIONS.filter((section) => innerHeight < ROOM[section]))),
    layerList: signal<LayerList>('groups'),
    seeThrough: signal(null),
    dialog: signal(null),
    dropping: signal(false),
    toast,
    trail: signal([]),
    hovered: signal(null),
    stepped: signal(null),
    pointed: signal([]),
    highlighted: signal([]),
    pointer: signal(null),
    viewport: signal(null),
    notation: signal<Notation>('decimal'),
    problems: signal(problems),
    singleKeys: signal(true),
    connected: signal(null),
    waiting: signal(false),
    say: (key, params, action) => show('plain', key, params, action),
    warn: (key, params) => show('problem', key, params),
  };
}
