/**
 * A brief's file, read with all that is wrong told at once, and written in its one form. The library reads the same
 * (`brief.py`, `briefs/form.py`); `tests/cases/briefs.json` is run through both.
 */

import { parseIso } from '../days';
import type { Text } from '../document';
import { readQuery, writeQuery } from '../permalink';
import type { View } from '../view';
import { FORMAT, MOST_DWELL, MOST_LETTERS, MOST_MARKING, UNWRITTEN, type Brief, type Line, type Scene } from './model';

export type Fault =
  | 'json' | 'object' | 'list' | 'text' | 'missing' | 'unknown-field' | 'slug' | 'long' | 'short'
  | 'date' | 'number' | 'flag' | 'choice' | 'query' | 'digest' | 'duplicate';

/** What is wrong, and where: in which scene, in which field of it, with dots. */
export interface Problem {
  readonly scene: string;
  readonly field: string;
  readonly fault: Fault;
  readonly detail: string;
}

export type Reading = { readonly brief: Brief } | { readonly problems: readonly Problem[] };

type Json = Readonly<Record<string, unknown>>;
/** Reads a value at a path; what is wrong with it is told, and something harmless takes its place. */
type Read<T> = (value: unknown, path: string) => T;

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const MOST_SLUG = 80;
const DIGEST = /^[0-9a-f]{12}$/;
/** What a value that is shown in a problem is cut to. */
const SHOWN = 60;

/** A view as a scene keeps it: without language and theme, which who presents chooses. */
export function sceneQuery(view: View): string {
  return writeQuery({ ...view, lang: 'en', theme: 'light' }).split('&').slice(1).join('&');
}

export function readBrief(text: string): Reading {
  const problems: Problem[] = [];
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { problems: [{ scene: '', field: '', fault: 'json', detail: '' }] };
  }
  const brief = read(parsed, (scene, field, fault, value) => {
    problems.push({ scene, field, fault, detail: shown(value) });
  });
  return problems.length > 0 ? { problems } : { brief };
}

/** The text of a brief's file; what is left at its default is left out. */
export function writeBrief(brief: Brief): string {
  const { format, id, title, subtitle, author, date, marking, scenes } = brief;
  const file = {
    format,
    id,
    title: words(title),
    ...given('subtitle', words(subtitle)),
    ...given('author', words(author)),
    date,
    ...(marking !== null && { marking }),
    ...(scenes.length > 0 && { scenes: scenes.map(sceneForm) }),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function sceneForm({ id, title, lines, view, highlighted, marking, transition, dwell, plays, made_of }: Scene): Json {
  return {
    id,
    title: words(title),
    ...(lines.length > 0 && { lines: lines.map((line) => ({ text: words(line.text), ...(line.claims.length > 0 && { claims: line.claims }) })) }),
    ...(view && { view }),
    ...(highlighted.length > 0 && { highlighted }),
    ...(marking !== null && { marking }),
    ...(transition !== 'fly' && { transition }),
    ...(dwell !== null && { dwell }),
    ...(plays && { plays }),
    ...given('made_of', made_of),
  };
}

function words({ ar, en }: Text): Partial<Text> {
  const [arabic, english] = [ar.trim(), en.trim()];
  return { ...(arabic && { ar: arabic }), ...(english && { en: english }) };
}

function given(name: string, value: Json | Partial<Text>): Json {
  return Object.keys(value).length > 0 ? { [name]: value } : {};
}

// --- reading ---------------------------------------------------------------------------------------

type Tell = (scene: string, field: string, fault: Fault, value?: unknown) => void;

function read(raw: unknown, tell: Tell): Brief {
  const own = readers((field, fault, value) => tell('', field, fault, value));
  const scenes = own.list((value, path) => {
    const number = path.split('.').at(-1) ?? '';
    const name = isObject(value) && typeof value.id === 'string' && value.id ? value.id : '';
    return sceneOf(value, readers((field, fault, at) => (name ? tell(name, field, fault, at) : tell('', ['scenes', number, field].filter(Boolean).join('.'), fault, at))));
  });
  const brief = own.object<Brief>(
    {
      format: [own.oneOf([FORMAT]), FORMAT],
      id: [own.slug],
      title: [own.wording],
      subtitle: [own.wording, UNWRITTEN],
      author: [own.wording, UNWRITTEN],
      date: [own.date],
      marking: [own.marking, null],
      scenes: [scenes, []],
    },
    raw,
    '',
  );
  const ids = brief.scenes.map(({ id }) => id);
  const again = [...new Set(ids.filter((id, index) => id && ids.indexOf(id) !== index))];
  if (again.length > 0) tell('', 'scenes', 'duplicate', again.join(', '));
  return brief;
}

function sceneOf(raw: unknown, own: ReturnType<typeof readers>): Scene {
  const line = own.list<Line>((value, path) => own.object<Line>({ text: [own.wording], claims: [own.list(own.slug), []] }, value, path));
  return own.object<Scene>(
    {
      id: [own.slug],
      title: [own.wording],
      lines: [line, []],
      view: [own.query, ''],
      highlighted: [own.list(own.slug), []],
      marking: [own.marking, null],
      transition: [own.oneOf(['fly', 'cut'] as const), 'fly'],
      dwell: [own.dwell, null],
      plays: [own.flag, false],
      made_of: [own.digests, {}],
    },
    raw,
    '',
  );
}

/** How a field is read, and what it is where it is not there; without that it must be. */
type Fields<T> = { readonly [K in keyof T]: readonly [Read<T[K]>, T[K]?] };

/** Readers of each sort of value, which tell what is wrong. */
function readers(tell: (field: string, fault: Fault, value?: unknown) => void) {
  const refuse = <T>(path: string, fault: Fault, instead: T, value?: unknown): T => {
    tell(path, fault, value);
    return instead;
  };
  const object = <T>(fields: Fields<T>, value: unknown, path: string): T => {
    const at = (name: string) => (path ? `${path}.${name}` : name);
    const source = isObject(value) ? value : refuse<Json>(path, 'object', {}, value);
    for (const name of Object.keys(source)) if (!Object.hasOwn(fields, name)) tell(at(name), 'unknown-field', name);
    const entries = Object.entries(fields as Readonly<Record<string, readonly [Read<unknown>, unknown?]>>).map(([name, [reader, ...fallback]]) => {
      if (Object.hasOwn(source, name)) return [name, reader(source[name], at(name))];
      if (fallback.length > 0) return [name, fallback[0]];
      if (isObject(value)) tell(at(name), 'missing', name);
      return [name, null];
    });
    return Object.fromEntries(entries) as T;
  };
  const list = <T>(each: Read<T>): Read<readonly T[]> => (value, path) =>
    Array.isArray(value) ? value.map((one: unknown, index) => each(one, `${path}.${index}`)) : refuse(path, 'list', [], value);
  const said: Read<string> = (value, path) => {
    if (typeof value !== 'string') return refuse(path, 'text', '', value);
    const text = value.trim();
    return [...text].length > MOST_LETTERS ? refuse(path, 'long', '', text) : text;
  };
  return {
    object,
    list,
    wording: ((value, path) => object<Text>({ ar: [said, ''], en: [said, ''] }, value, path)) satisfies Read<Text>,
    slug: ((value, path) => {
      if (typeof value !== 'string') return refuse(path, 'text', '', value);
      return SLUG.test(value) && value.length <= MOST_SLUG ? value : refuse(path, 'slug', '', value);
    }) satisfies Read<string>,
    marking: ((value, path) => {
      if (value === null) return null;
      if (typeof value !== 'string') return refuse(path, 'text', null, value);
      const text = value.trim();
      if (!text) return refuse(path, 'short', null);
      return [...text].length > MOST_MARKING ? refuse(path, 'long', null, text) : text;
    }) satisfies Read<string | null>,
    oneOf: <T extends string>(values: readonly T[]): Read<T> => (value, path) =>
      values.find((one) => one === value) ?? refuse(path, 'choice', values[0] as T, value),
    date: ((value, path) => (typeof value === 'string' && parseIso(value) !== null ? value : refuse(path, 'date', '', value))) satisfies Read<string>,
    flag: ((value, path) => (typeof value === 'boolean' ? value : refuse(path, 'flag', false, value))) satisfies Read<boolean>,
    dwell: ((value, path) => {
      if (value === null) return null;
      return typeof value === 'number' && value > 0 && value <= MOST_DWELL ? value : refuse(path, 'number', null, value);
    }) satisfies Read<number | null>,
    query: ((value, path) => {
      if (typeof value !== 'string') return refuse(path, 'text', '', value);
      const { view, refused } = readQuery(value);
      return refused.length > 0 ? refuse(path, 'query', '', refused.join(', ')) : sceneQuery(view);
    }) satisfies Read<string>,
    digests: ((value, path) => {
      if (!isObject(value)) return refuse(path, 'object', {}, value);
      return Object.fromEntries(
        Object.entries(value).map(([claim, digest]) => {
          if (!SLUG.test(claim) || claim.length > MOST_SLUG) tell(`${path}.${claim}`, 'slug', claim);
          else if (typeof digest !== 'string' || !DIGEST.test(digest)) tell(`${path}.${claim}`, 'digest', digest);
          return [claim, String(digest)];
        }),
      );
    }) satisfies Read<Readonly<Record<string, string>>>,
  };
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as a problem shows it. */
function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
