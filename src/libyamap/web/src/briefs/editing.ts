/** What an edit makes of a brief. */

import type { Lang } from '../document';
import { claimsOf, FORMAT, UNWRITTEN, type Brief, type Line, type Scene } from './model';

const NUMBERED = /^scene-(\d+)$/;

export function newBrief(id: string, date: string): Brief {
  return { format: FORMAT, id, title: UNWRITTEN, subtitle: UNWRITTEN, author: UNWRITTEN, date, marking: null, scenes: [] };
}

/** An id that none of these bears: the wished one, or that with a number. */
export function freeId(wished: string, taken: readonly string[]): string {
  let id = wished;
  for (let number = 2; taken.includes(id); number += 1) id = `${wished}-${number}`;
  return id;
}

/** An id for a further scene; that of one that was taken away is not given again while later ones are there. */
export function nextSceneId({ scenes }: Brief): string {
  const numbers = scenes.map(({ id }) => Number(NUMBERED.exec(id)?.[1] ?? 0));
  return `scene-${Math.max(0, ...numbers) + 1}`;
}

/** With a scene after another one, or at the end. */
export function withSceneAfter(brief: Brief, scene: Scene, after: string | null): Brief {
  const at = brief.scenes.findIndex(({ id }) => id === after);
  return { ...brief, scenes: at < 0 ? [...brief.scenes, scene] : brief.scenes.toSpliced(at + 1, 0, scene) };
}

export function withScene(brief: Brief, id: string, change: (scene: Scene) => Scene): Brief {
  return { ...brief, scenes: brief.scenes.map((scene) => (scene.id === id ? change(scene) : scene)) };
}

export function withoutScene(brief: Brief, id: string): Brief {
  return { ...brief, scenes: brief.scenes.filter((scene) => scene.id !== id) };
}

/** With the scene of a row at another place, both counted from the top. */
export function withSceneAt(brief: Brief, row: number, place: number): Brief {
  const scene = brief.scenes[row];
  return scene ? { ...brief, scenes: brief.scenes.toSpliced(row, 1).toSpliced(place, 0, scene) } : brief;
}

export function duplicated(brief: Brief, id: string): { readonly brief: Brief; readonly copy: string } {
  const copy = nextSceneId(brief);
  const scene = brief.scenes.find((one) => one.id === id);
  return { brief: scene ? withSceneAfter(brief, { ...scene, id: copy }, id) : brief, copy };
}

/** With another line in place of one; null takes it away, and one past the last is added. */
export function withLine(scene: Scene, index: number, line: Line | null): Scene {
  return { ...scene, lines: line ? scene.lines.toSpliced(index, 1, line) : scene.lines.toSpliced(index, 1) };
}

/** With the line of a row at another place. */
export function withLineAt(scene: Scene, row: number, place: number): Scene {
  const line = scene.lines[row];
  return line ? { ...scene, lines: scene.lines.toSpliced(row, 1).toSpliced(place, 0, line) } : scene;
}

/**
 * Made of the claims that its lines rest on: those that have just been named have been read as they are now, and
 * those that no line names any more are forgotten.
 */
export function made(scene: Scene, digests: Readonly<Record<string, string>>): Scene {
  const pairs = claimsOf(scene).flatMap((claim): [string, string][] => {
    const digest = scene.made_of[claim] ?? digests[claim];
    return digest === undefined ? [] : [[claim, digest]];
  });
  return { ...scene, made_of: Object.fromEntries(pairs) };
}

/** After its lines have been read again beside a claim that had changed. */
export function readAgain(scene: Scene, claim: string, digests: Readonly<Record<string, string>>): Scene {
  const { [claim]: _, ...others } = scene.made_of;
  return made({ ...scene, made_of: others }, digests);
}

export function withText<K extends 'title' | 'subtitle' | 'author'>(one: Brief, field: K, lang: Lang, text: string): Brief {
  return { ...one, [field]: { ...one[field], [lang]: text } };
}
