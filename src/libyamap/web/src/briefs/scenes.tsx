/** The scenes of a brief in their order: dragged, or moved by keys; a click shows one on the map and opens it. */

import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Speech } from '../i18n';
import { writeFilters, readQuery } from '../permalink';
import { useApp, useSpeech } from '../panels/context';
import { Icon } from '../panels/icon';
import { markOf, useReorder } from '../panels/reorder';
import { saidOf } from '../panels/said';
import { useBriefDesk } from './context';
import { Mark, Marking } from './marks';
import { claimsOf, inEither, type Brief, type Scene } from './model';
import { SceneForm } from './scene-form';
import { useWords, type Words } from './words';

export function Scenes({ brief }: { readonly brief: Brief }): VNode {
  const desk = useBriefDesk();
  const { lang } = useSpeech();
  const t = useWords();
  const list = useRef<HTMLOListElement>(null);
  const held = useRef<string | null>(null);
  const [said, say] = useState('');
  const nameOf = (scene: Scene, row: number) => `\u2068${inEither(scene.title, lang) || t('brief.ui.scene.untitled', { n: row + 1 })}\u2069`;
  const move = (row: number, place: number) => {
    const scene = brief.scenes[row];
    if (!scene) return;
    held.current = gripId(scene);
    say(t('brief.ui.moved', { scene: nameOf(scene, row), place: place + 1, total: brief.scenes.length }));
    desk.move(row, place);
  };
  const { dragging, grip } = useReorder(list, move);
  // A row that was moved in the page has lost the focus on its way.
  useLayoutEffect(() => {
    if (held.current) document.getElementById(held.current)?.focus();
    held.current = null;
  }, [brief.scenes]);
  useFollowingFocus(list);
  return (
    <>
      <ol ref={list} class="ly-order ly-scenes" aria-label={t('brief.ui.scenes.list')}>
        {brief.scenes.map((scene, row) => {
          const open = desk.scene.value?.id === scene.id;
          const place = t('brief.ui.place', { scene: nameOf(scene, row), place: row + 1, total: brief.scenes.length });
          return (
            <li key={scene.id} class={open ? 'ly-scene ly-chosen' : 'ly-scene'} data-scene={scene.id} data-drag={markOf(row, dragging)}>
              <div class="ly-scene-head">
                <button type="button" class="ly-grip" id={gripId(scene)} aria-label={place} title={t('brief.ui.drag')} {...grip(row)}>
                  <Icon name="grip" />
                </button>
                <button type="button" class="ly-scene-title" aria-expanded={open} onClick={() => (open ? desk.show(null) : desk.go(scene.id))}>
                  <span class="ly-scene-number">{row + 1}</span>
                  <span class="ly-row-text">
                    <span class="ly-row-title">
                      <bdi>{inEither(scene.title, lang) || t('brief.ui.scene.untitled', { n: row + 1 })}</bdi> <Marking text={scene.marking} />
                    </span>
                    <SceneFacts scene={scene} />
                  </span>
                  <Findings scene={scene} />
                </button>
              </div>
              {open && <SceneForm scene={scene} />}
            </li>
          );
        })}
      </ol>
      <p class="ly-unseen" role="status">
        {said}
      </p>
    </>
  );
}

/** A scene that comes takes the focus along; where the one that had it goes, the next one has it. */
function useFollowingFocus(list: { readonly current: HTMLOListElement | null }): void {
  const desk = useBriefDesk();
  const ids = desk.brief.value?.scenes.map(({ id }) => id) ?? [];
  const before = useRef(ids);
  useLayoutEffect(() => {
    const was = before.current;
    before.current = ids;
    const row = (id: string | undefined) => list.current?.querySelector<HTMLElement>(`[data-scene="${CSS.escape(id ?? '')}"]`);
    const [came] = ids.filter((id) => !was.includes(id));
    if (came && ids.length === was.length + 1 && came === desk.scene.peek()?.id) {
      const title = row(came)?.querySelector<HTMLElement>('.ly-scene-title');
      title?.focus({ preventScroll: true });
      row(came)?.scrollIntoView({ block: 'nearest' });
    } else if (ids.length < was.length && document.activeElement === document.body) {
      const at = was.findIndex((id) => !ids.includes(id));
      const next = row(ids[at] ?? ids[at - 1])?.querySelector<HTMLElement>('.ly-scene-title');
      (next ?? list.current?.parentElement?.querySelector<HTMLElement>('[data-does=capture]'))?.focus();
    }
  }, [ids.join()]);
}

/** What a scene shows, in a few words. */
function SceneFacts({ scene }: { readonly scene: Scene }): VNode {
  const speech = useSpeech();
  const { lookup } = useApp();
  const t = useWords();
  const facts = factsOf(scene, speech, t, (layers) => speech.list(layers.flatMap((id) => lookup.layers.get(id) ?? []).map(({ title }) => speech.of(title))));
  return <span class="ly-row-meta">{facts.join(' · ')}</span>;
}

/** Layers that are named, rather than counted. */
const NAMED_LAYERS = 2;

function factsOf(scene: Scene, speech: Speech, t: Words, named: (layers: readonly string[]) => string): string[] {
  const { view } = readQuery(scene.view);
  const filters = writeFilters(view.filters).split('&').filter(Boolean).length;
  const claims = claimsOf(scene).length;
  const said = saidOf({ ...view, drawings: [] }, [], speech, (layers) => (layers.length > NAMED_LAYERS ? speech.t('web.sentence.layers', { n: layers.length }) : named(layers)));
  return [
    said,
    filters > 0 ? t('brief.ui.fact.filters', { n: filters }) : '',
    t('brief.ui.fact.lines', { n: scene.lines.length }),
    claims > 0 ? t('brief.ui.fact.claims', { n: claims }) : '',
    scene.dwell === null ? '' : t('brief.ui.fact.dwell', { n: scene.dwell }),
  ].filter(Boolean);
}

/** How many things there are to mend in a scene. */
function Findings({ scene }: { readonly scene: Scene }): VNode | null {
  const desk = useBriefDesk();
  const t = useWords();
  const { length } = (desk.findings.value ?? []).filter((finding) => finding.scene === scene.id);
  if (length === 0) return null;
  return (
    <span class="ly-scene-findings" title={t('brief.ui.findings', { n: length })}>
      <Mark name="finding" />
      <span class="ly-unseen">{t('brief.ui.findings', { n: length })}</span>
    </span>
  );
}

function gripId({ id }: Scene): string {
  return `ly-scene-grip-${id}`;
}
