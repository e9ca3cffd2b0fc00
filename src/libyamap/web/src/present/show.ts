/** Which scene is presented, and how: what keys, the address, time and whoever leads can change. */

import { batch, computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Lang, Theme } from '../document';
import { narrowed } from '../drawing/inside';
import { readQuery } from '../permalink';
import { createState, type State } from '../state';
import type { View } from '../view';
import type { Presentation, Scene } from './presentation';

export type Blank = 'black' | 'white';
export type Tool = 'pen' | 'laser';

export interface Show {
  readonly presentation: Presentation;
  readonly state: State;
  readonly index: ReadonlySignal<number>;
  readonly scene: ReadonlySignal<Scene>;
  readonly blank: Signal<Blank | null>;
  readonly tool: Signal<Tool | null>;
  /** Whether the list of keys is open. */
  readonly help: Signal<boolean>;
  /** Whether the presenter is at the end. */
  readonly ended: Signal<boolean>;
  /** Whether the map flies from scene to scene. */
  readonly flies: Signal<boolean>;
  /** Digits that were typed towards a jump. */
  readonly typed: Signal<string>;
  /** Whether the map has come to rest at the scene. */
  readonly rests: Signal<boolean>;
  /** Whether a follower has gone its own way. */
  readonly apart: Signal<boolean>;
  /** Go to a scene by its number from 0; beyond the last is the end, before the first nothing. */
  go(to: number): void;
  /** One scene on or back; out of a blank screen first. */
  step(by: 1 | -1): void;
  /** Take over where somebody else leads. */
  follow(scene: string, blank: Blank | null): void;
  speak(lang: Lang): void;
  paint(theme: Theme): void;
}

export interface Start {
  readonly index: number;
  readonly lang: Lang;
  readonly theme: Theme;
  readonly flies: boolean;
}

export function createShow(presentation: Presentation, start: Start): Show {
  const { scenes } = presentation;
  const within = (index: number) => Math.min(Math.max(index, 0), scenes.length - 1);
  const sceneAt = (index: number) => scenes[index] as Scene;
  const index = signal(within(start.index));
  const viewOf = (scene: Scene, { lang, theme }: Pick<View, 'lang' | 'theme'>): View => ({ ...readQuery(scene.query).view, lang, theme, versus: null });
  const first = sceneAt(index.peek());
  const left = (scene: Scene) => presentation.selections[scene.filters] as Presentation['selections'][string];
  const state = createState(presentation.document, left(first), viewOf(first, start), narrowed);
  const [blank, ended, apart, rests] = [signal<Blank | null>(null), signal(false), signal(false), signal(false)];

  const show = (to: number) => {
    if (to === index.peek()) return;
    const scene = sceneAt(to);
    batch(() => {
      rests.value = false;
      state.moving.stop();
      state.selection.value = left(scene);
      state.view.value = viewOf(scene, state.view.peek());
      index.value = to;
    });
  };
  const go = (to: number) =>
    batch(() => {
      apart.value = true;
      blank.value = null;
      ended.value = to >= scenes.length;
      show(within(to));
    });

  return {
    presentation,
    state,
    index,
    scene: computed(() => sceneAt(index.value)),
    blank,
    tool: signal(null),
    help: signal(false),
    ended,
    flies: signal(start.flies),
    typed: signal(''),
    rests,
    apart,
    go,
    step: (by) => {
      if (blank.peek()) blank.value = null;
      else if (ended.peek()) ended.value = by > 0;
      else go(index.peek() + by);
    },
    follow: (id, shown) =>
      batch(() => {
        const to = scenes.findIndex((scene) => scene.id === id);
        if (to >= 0) show(to);
        ended.value = false;
        blank.value = shown;
      }),
    speak: (lang) => {
      state.view.value = { ...state.view.peek(), lang };
    },
    paint: (theme) => {
      state.view.value = { ...state.view.peek(), theme };
    },
  };
}
