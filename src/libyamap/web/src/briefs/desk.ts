/** The brief that is open: its edits and their history, what of it is saved and where, and which scene is shown. */

import { batch, computed, effect, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { App } from '../app';
import type { Text } from '../document';
import { iso } from '../days';
import type { Search } from '../search';
import { captured, go, isOnScreen, presentQuery, type Arrival } from './capture';
import { readBrief, writeBrief, type Problem } from './codec';
import { keepDraft, keptDraft } from './drafts';
import { duplicated, freeId, made, newBrief, nextSceneId, readAgain, withoutScene, withScene, withSceneAfter, withSceneAt } from './editing';
import { begun, edited, redone, undone, type History } from './history';
import type { Finding, Kept, Library, Refused, Shelf, Stale } from './library';
import type { Brief, Scene } from './model';
import type { Packing } from './packing';

/** A brief on the desk. */
export interface Sitting {
  readonly history: History<Brief>;
  /** As it was saved last, or read; null if it is new. */
  readonly saved: Brief | null;
  /** The revision that the dataset has of it; null if it has none. */
  readonly revision: string | null;
}

/** What stands in the way, told above the brief. */
export type Trouble =
  | { readonly sort: 'refused'; readonly problems: readonly Text[] }
  | { readonly sort: 'file'; readonly name: string; readonly problems: readonly Problem[] }
  | { readonly sort: 'unreachable' };

export interface Desk {
  /** What the dataset has; null until it is known, or where there is no server. */
  readonly shelf: ReadonlySignal<Shelf | null>;
  readonly sitting: ReadonlySignal<Sitting | null>;
  /** Whether the list of briefs is shown, be one open or not. */
  readonly listed: Signal<boolean>;
  readonly brief: ReadonlySignal<Brief | null>;
  readonly unsaved: ReadonlySignal<boolean>;
  /** The scene that is open. */
  readonly scene: ReadonlySignal<Scene | null>;
  /** Whether the map shows a scene. */
  shows(scene: Scene): boolean;
  readonly saving: ReadonlySignal<boolean>;
  readonly trouble: ReadonlySignal<Trouble | null>;
  readonly stale: ReadonlySignal<Stale | null>;
  /** What a reader would trip over; null until somebody asks. */
  readonly findings: ReadonlySignal<readonly Finding[] | null>;
  /** Finds claims and features; null until the search is here. */
  readonly search: ReadonlySignal<Search | null>;
  /** Whether a server keeps the dataset's briefs. */
  readonly kept: boolean;
  /** What makes packs; null where nobody can. */
  readonly packing: Packing | null;
  list(): Promise<void>;
  read(id: string): Promise<void>;
  take(file: File): Promise<void>;
  begin(): void;
  /** Put the brief away, with what of it is not saved. */
  discard(): void;
  edit(change: (brief: Brief) => Brief, step?: string): void;
  editScene(id: string, change: (scene: Scene) => Scene, step?: string): void;
  undo(): void;
  redo(): void;
  /** Open a scene, or close the one that is. */
  show(id: string | null): void;
  /** Open a scene and show it on the map. */
  go(id: string): void;
  capture(): void;
  /** Give a scene the view that is on the screen. */
  retake(id: string): void;
  duplicate(id: string): void;
  remove(id: string): void;
  move(row: number, place: number): void;
  /** Its lines have been read again beside a claim that had changed. */
  reread(scene: string, claim: string): void;
  save(): Promise<void>;
  /** Told that it was saved as a file. */
  savedAsFile(): void;
  takeTheirs(): void;
  keepCopy(): Promise<void>;
  check(): Promise<void>;
  closeCheck(): void;
  dismiss(): void;
}

/** Milliseconds after which unsaved work is kept, and after which a brief that is checked is checked again. */
const SETTLED = 250;
const RECHECK = 700;
const DAY = 86_400_000;

export function createDesk(app: App, library: Library | null, packing: Packing | null): Desk {
  const shelf = signal<Shelf | null>(null);
  const sitting = signal<Sitting | null>(null);
  const listed = signal(true);
  const openScene = signal<string | null>(null);
  const arrival = signal<Arrival | null>(null);
  const saving = signal(false);
  const trouble = signal<Trouble | null>(null);
  const stale = signal<Stale | null>(null);
  const findings = signal<readonly Finding[] | null>(null);
  const brief = computed(() => sitting.value?.history.now ?? null);
  const unsaved = computed(() => sitting.value !== null && differs(sitting.value));
  const scene = computed(() => brief.value?.scenes.find(({ id }) => id === openScene.value) ?? null);
  const digests = () => shelf.peek()?.claims ?? {};

  const put = (brief: Brief, saved: Brief | null, revision: string | null) =>
    batch(() => {
      sitting.value = { history: begun(brief), saved, revision };
      listed.value = false;
      openScene.value = null;
      trouble.value = stale.value = findings.value = null;
    });

  const change = (alter: (history: History<Brief>) => History<Brief>) => {
    const { value: now } = sitting;
    if (now) sitting.value = { ...now, history: alter(now.history) };
  };
  const edit: Desk['edit'] = (alter, step) => change((history) => edited(history, alter(history.now), Date.now(), step));
  const editScene: Desk['editScene'] = (id, alter, step) => edit((now) => withScene(now, id, (one) => made(alter(one), digests())), step && `${id}.${step}`);

  const list = async () => {
    if (!library) return;
    try {
      shelf.value = await library.list();
      if (trouble.peek()?.sort === 'unreachable') trouble.value = null;
    } catch (problem) {
      console.warn(problem);
      trouble.value = { sort: 'unreachable' };
    }
  };

  /** Ask the server; null where it cannot be reached, which is then told. */
  const asked = async <T extends object>(question: Promise<T | Refused>): Promise<T | null> => {
    const answer = await question.catch(() => null);
    if (answer && !('problems' in answer)) return answer;
    if (answer && 'theirs' in answer) stale.value = answer as Stale;
    else trouble.value = answer ? { sort: 'refused', problems: answer.problems } : { sort: 'unreachable' };
    return null;
  };

  const keepAs = async (wanted: Brief, expected: string | null): Promise<boolean> => {
    if (!library || saving.peek()) return false;
    saving.value = true;
    trouble.value = null;
    const answer = await asked<{ readonly revision: string }>(library.save(wanted, expected));
    batch(() => {
      saving.value = false;
      const { value: now } = sitting;
      if (!answer || !now) return;
      stale.value = null;
      sitting.value = { history: now.history, saved: wanted, revision: answer.revision };
    });
    if (answer) void list();
    return answer !== null;
  };

  const check = async () => {
    const { value: now } = brief;
    if (!library || !now) return;
    const answer = await asked(library.check(now));
    if (answer && brief.peek() === now) findings.value = answer.findings;
  };

  const today = () => iso(Math.floor((Date.now() - new Date().getTimezoneOffset() * 60_000) / DAY));
  const arrive = (scene: string, view: string) => {
    const at = app.map.peek()?.viewport();
    arrival.value = at ? { scene, view, at } : null;
  };
  const taken = () => shelf.peek()?.briefs.map(({ id }) => id) ?? [];

  keepUp();

  /** What follows from what is open: the draft, what stands out on the map, the warning, the findings. */
  function keepUp() {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      clearTimeout(timer);
      const { value: now } = sitting;
      keepDraft(app.briefing.draft, now && unsaved.peek() ? { brief: now.history.now, saved: now.saved, revision: now.revision, scene: openScene.peek() } : null);
    };
    effect(() => {
      void [sitting.value, openScene.value];
      clearTimeout(timer);
      timer = setTimeout(keep, SETTLED);
    });
    addEventListener('pagehide', keep);
    addEventListener('beforeunload', (event) => {
      keep();
      if (unsaved.peek()) event.preventDefault();
    });
    effect(() => {
      const { endOpen, workbench } = app.chrome;
      const seen = endOpen.value && workbench.bench.value === 'brief' && !listed.value;
      app.chrome.highlighted.value = seen ? (scene.value?.highlighted ?? []) : [];
    });
    let again: ReturnType<typeof setTimeout> | undefined;
    effect(() => {
      void brief.value;
      clearTimeout(again);
      if (findings.peek()) again = setTimeout(() => void check(), RECHECK);
    });
    const draft = keptDraft(app.briefing.draft);
    if (!draft) return;
    sitting.value = { history: begun(draft.brief), saved: draft.saved, revision: draft.revision };
    openScene.value = draft.scene;
    listed.value = false;
  }

  return {
    shelf,
    sitting,
    listed,
    brief,
    unsaved,
    scene,
    shows: (one) => isOnScreen(app, one, arrival.value),
    saving,
    trouble,
    stale,
    findings,
    search: computed(() => app.later.equipment.value?.createSearch(app.document, app.lookup) ?? null),
    kept: library !== null,
    packing,
    list,
    read: async (id) => {
      const answer = library && (await asked(library.read(id)));
      if (answer) put(answer.brief, answer.brief, answer.revision);
    },
    take: async (file) => {
      const reading = readBrief(await file.text());
      if ('problems' in reading) trouble.value = { sort: 'file', name: file.name, problems: reading.problems };
      else put(reading.brief, reading.brief, null);
    },
    begin: () => {
      const date = today();
      put(newBrief(freeId(`brief-${date}`, taken()), date), null, null);
    },
    discard: () =>
      batch(() => {
        sitting.value = openScene.value = trouble.value = stale.value = findings.value = null;
        listed.value = true;
      }),
    edit,
    editScene,
    undo: () => change(undone),
    redo: () => change(redone),
    show: (id) => (openScene.value = id),
    go: (id) => {
      const found = brief.peek()?.scenes.find((one) => one.id === id);
      if (!found) return;
      openScene.value = id;
      if (!isOnScreen(app, found, arrival.peek())) arrival.value = go(app, found);
    },
    capture: () => {
      const { value: now } = brief;
      if (!now) return;
      const id = nextSceneId(now);
      batch(() => {
        const made = captured(app, id);
        edit((one) => withSceneAfter(one, made, openScene.peek()));
        openScene.value = id;
        arrive(id, made.view);
      });
    },
    retake: (id) =>
      batch(() => {
        const view = presentQuery(app);
        editScene(id, (one) => ({ ...one, view }));
        arrive(id, view);
      }),
    duplicate: (id) =>
      batch(() => {
        const { value: now } = brief;
        if (!now) return;
        const { brief: next, copy } = duplicated(now, id);
        edit(() => next);
        openScene.value = copy;
      }),
    remove: (id) =>
      batch(() => {
        edit((one) => withoutScene(one, id));
        if (openScene.peek() === id) openScene.value = null;
      }),
    move: (row, place) => edit((one) => withSceneAt(one, row, place)),
    reread: (id, claim) => edit((one) => withScene(one, id, (found) => readAgain(found, claim, digests()))),
    save: async () => {
      const { value: now } = sitting;
      if (now) await keepAs(now.history.now, now.revision);
    },
    savedAsFile: () => {
      const { value: now } = sitting;
      if (now && now.revision === null) sitting.value = { ...now, saved: now.history.now };
    },
    takeTheirs: () => {
      const theirs: Kept | null | undefined = stale.peek()?.theirs;
      const { value: now } = sitting;
      if (!theirs || !now) return;
      batch(() => {
        // Mine is one step back.
        sitting.value = { history: edited(now.history, theirs.brief, Date.now()), saved: theirs.brief, revision: theirs.revision };
        stale.value = null;
      });
    },
    keepCopy: async () => {
      const { value: now } = sitting;
      if (!now) return;
      await list();
      const copy = { ...now.history.now, id: freeId(`${now.history.now.id}-copy`, taken()) };
      if (await keepAs(copy, null)) change((history) => edited(history, copy, Date.now()));
    },
    check,
    closeCheck: () => (findings.value = null),
    dismiss: () => (trouble.value = null),
  };
}

/** Whether there is anything in a brief that was not saved. */
function differs({ history, saved }: Sitting): boolean {
  if (history.now === saved) return false;
  return writeBrief(history.now) !== writeBrief(saved ?? newBrief(history.now.id, history.now.date));
}
