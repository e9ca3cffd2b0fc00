/** The panel's state: what was chosen, the preview that follows it, and the file that is being made. */

import { batch, computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import type { App } from '../app';
import type { Text } from '../document';
import type { Common } from '../exporting';
import { fetchTo, Refusal, type Client, type Made, type Progress } from './client';
import { ratioOf, sceneOf, wishOf, type Choice, type Form, type Scene, type Wish } from './wish';

/** Why there is no picture or file: the server's sentence, with the field that it names, or none at all. */
export interface Trouble {
  readonly text: Text | null;
  readonly field: string | null;
}

/** The page as it would be; the last one stays until the next is here. */
export interface Preview {
  /** Address of the picture within this window; null where the form has none. */
  readonly picture: string | null;
  /** Width over height. */
  readonly ratio: number;
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
}

/** What became of the last file or picture that was asked for. */
export type Outcome =
  | { readonly kind: 'saved'; readonly made: Made }
  | { readonly kind: 'copied' | 'copy-refused' | 'cancelled' }
  | { readonly kind: 'failed'; readonly trouble: Trouble };

export interface Work {
  readonly what: 'file' | 'copy';
  readonly progress: Progress;
}

export interface Desk {
  readonly forms: ReadonlySignal<readonly Form[]>;
  readonly form: ReadonlySignal<Form | null>;
  readonly choice: ReadonlySignal<Choice>;
  readonly preview: ReadonlySignal<Preview | null>;
  readonly isSketching: ReadonlySignal<boolean>;
  /** What of the choice cannot be. */
  readonly trouble: ReadonlySignal<Trouble | null>;
  readonly work: ReadonlySignal<Work | null>;
  readonly outcome: ReadonlySignal<Outcome | null>;
  choose(changes: Partial<Choice>): void;
  save(): Promise<void>;
  copy(): Promise<void>;
  cancel(): void;
  /** Look at what is on the screen now. */
  begin(): void;
  /** Look no more; a file on its way goes on. */
  leave(): void;
}

/** Milliseconds that nothing changes before a sketch is asked for. */
const REST = 120;
/** Pixels of a sketch's width. */
const LEAST_SKETCH = 160;
const MOST_SKETCH = 1600;

const FIRST_CHOICE: Choice = { form: 'png', size: 'hd', title: null, subtitle: null, lang: null, style: null, marking: '' };

export function createDesk(app: App, client: Client, common: Common): Desk {
  const forms = signal<readonly Form[]>([]);
  const scene = signal<Scene | null>(null);
  const handling = common.markingOf(document.documentElement);
  const choice = signal({ ...FIRST_CHOICE, marking: handling?.text[app.speech.peek().lang] ?? '' });
  const preview = signal<Preview | null>(null);
  const isSketching = signal(false);
  const trouble = signal<Trouble | null>(null);
  const work = signal<Work | null>(null);
  const outcome = signal<Outcome | null>(null);
  const form = computed(() => forms.value.find(({ id }) => id === choice.value.form) ?? forms.value[0] ?? null);
  const wish = computed(() => (scene.value && form.value ? wishOf(scene.value, choice.value, form.value) : null));
  let sketching: AbortController | null = null;
  let working: AbortController | null = null;

  const sketch = async (wanted: Wish, size: string, own: AbortController) => {
    try {
      const width = sketchWidth(ratioOf(size) ?? 1);
      const made = await client.make({ ...wanted, sketch: width }, own.signal);
      const picture = made.size > 0 ? URL.createObjectURL(await client.file(made, own.signal)) : null;
      if (picture) await decoded(picture);
      if (own.signal.aborted) return;
      const before = preview.peek();
      batch(() => {
        preview.value = { picture, ratio: ratioOf(size) ?? 1, name: made.name, title: made.title ?? '', subtitle: made.subtitle ?? '' };
        trouble.value = null;
        isSketching.value = false;
      });
      if (before?.picture) URL.revokeObjectURL(before.picture);
    } catch (problem) {
      if (own.signal.aborted) return;
      batch(() => {
        trouble.value = troubleOf(problem);
        isSketching.value = false;
      });
    }
  };

  effect(() => {
    const wanted = wish.value;
    sketching?.abort();
    if (!wanted) return undefined;
    const own = (sketching = new AbortController());
    const { size } = choice.peek();
    isSketching.value = true;
    const timer = setTimeout(() => void sketch(wanted, size, own), preview.peek() ? REST : 0);
    return () => clearTimeout(timer);
  });

  /** Have something made, with its progress told; null where it was not. */
  const make = async (what: Work['what'], wanted: Wish): Promise<Made | null> => {
    const own = (working = new AbortController());
    batch(() => {
      outcome.value = null;
      work.value = { what, progress: { state: 'making' } };
    });
    try {
      return await client.make(wanted, own.signal, (progress) => (work.value = { what, progress }));
    } catch (problem) {
      outcome.value = own.signal.aborted ? { kind: 'cancelled' } : { kind: 'failed', trouble: troubleOf(problem) };
      return null;
    } finally {
      work.value = null;
    }
  };

  return {
    forms,
    form,
    choice,
    preview,
    isSketching,
    trouble,
    work,
    outcome,
    choose: (changes) => {
      choice.value = { ...choice.peek(), ...changes };
      outcome.value = null;
    },
    save: async () => {
      const wanted = wish.peek();
      if (!wanted || work.peek()) return;
      const made = await make('file', wanted);
      if (!made) return;
      fetchTo(client.address(made));
      outcome.value = { kind: 'saved', made };
    },
    copy: async () => {
      const wanted = wish.peek();
      if (!wanted || work.peek()) return;
      const picture = make('copy', { ...wanted, form: 'png' }).then(async (made) => {
        if (!made) throw new DOMException('No picture was made.', 'AbortError');
        return client.file(made);
      });
      // Told before the picture is here: browsers let a page write to the clipboard only while they remember the click.
      if (await written(picture)) {
        outcome.value = { kind: 'copied' };
        return;
      }
      // Where no picture was made, why is told already.
      const isRefused = outcome.peek() === null;
      if (isRefused) working?.abort();
      await picture.catch(() => undefined);
      if (isRefused) outcome.value = { kind: 'copy-refused' };
    },
    cancel: () => working?.abort(),
    begin: () => {
      scene.value = sceneOf(app, common);
      outcome.value = null;
      if (forms.peek().length > 0) return;
      client.forms().then(
        (found) => (forms.value = found),
        (problem: unknown) => (trouble.value = troubleOf(problem)),
      );
    },
    leave: () => {
      scene.value = null;
      isSketching.value = false;
    },
  };
}

/** As many pixels as the screen shows of a sketch. */
function sketchWidth(ratio: number): number {
  const stage = document.querySelector('.ly-export-stage')?.getBoundingClientRect();
  const shown = stage ? Math.min(stage.width, stage.height * ratio) * devicePixelRatio : 0;
  return Math.round(Math.min(Math.max(shown, LEAST_SKETCH), MOST_SKETCH));
}

function troubleOf(problem: unknown): Trouble {
  return problem instanceof Refusal ? { text: problem.text, field: problem.field } : { text: null, field: null };
}

/** Wait until a picture can be painted, so that it takes the place of another without a gap. */
async function decoded(address: string): Promise<void> {
  const picture = new Image();
  picture.src = address;
  await picture.decode();
}

/** Put a picture in the clipboard; tells whether the browser let us. */
async function written(picture: Promise<Blob>): Promise<boolean> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
    return true;
  } catch {
    return false;
  }
}
