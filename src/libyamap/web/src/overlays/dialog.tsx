/** Adding a file: choose it, see what was recognised, say what was not, style it, add it. */

import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp } from '../panels/context';
import { Dialog } from '../panels/dialog';
import { Icon } from '../panels/icon';
import { useOverlays } from './context';
import { Fields } from './fields';
import { Findings, Preview } from './preview';
import { MOST_BYTES, type Trouble } from './reading';
import { Look } from './look';
import { useWords } from './words';

/** What the files are called that are read; the library tells them by their content. */
const ENDINGS = '.geojson,.json,.kml,.kmz,.gpkg,.csv,.tsv,.txt,.xlsx,.xls,.ods,.zip';
const MEGA = 1_000_000;

export function OverlayDialog(): VNode {
  const { chrome } = useApp();
  const { reading } = useOverlays();
  const t = useWords();
  const isOpen = chrome.dialog.value === 'own';
  // A file that was not added is forgotten.
  useEffect(() => (isOpen ? reading.leave : undefined), [isOpen, reading]);
  return (
    <Dialog name="own" title={t('overlay.ui.title')}>
      {reading.file.value ? <Chosen file={reading.file.value} /> : <Choose />}
    </Dialog>
  );
}

function Choose(): VNode {
  const { reading } = useOverlays();
  const t = useWords();
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    const [file] = event.dataTransfer?.files ?? [];
    setOver(false);
    if (!file) return;
    event.preventDefault();
    event.stopPropagation();
    reading.take(file);
  };
  return (
    <div class="ly-form">
      <div class="ly-drop" data-over={isOver} onDragEnter={() => setOver(true)} onDragLeave={() => setOver(false)} onDrop={drop}>
        <Icon name="layers" />
        <p>{t('overlay.ui.drop')}</p>
        <FileButton label={t('overlay.ui.choose')} primary />
      </div>
      <p class="ly-hint">{t('overlay.ui.formats', { limit: MOST_BYTES / MEGA })}</p>
      <p class="ly-hint">{t('overlay.ui.kept')}</p>
    </div>
  );
}

function FileButton({ label, primary = false }: { readonly label: string; readonly primary?: boolean }): VNode {
  const { reading } = useOverlays();
  const field = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (primary) button.current?.focus();
  }, [primary]);
  return (
    <>
      <button ref={button} type="button" class={primary ? 'ly-button ly-primary' : 'ly-button'} onClick={() => field.current?.click()}>
        {label}
      </button>
      <input
        ref={field}
        type="file"
        hidden
        accept={ENDINGS}
        aria-label={label}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file) reading.take(file);
        }}
      />
    </>
  );
}

function Chosen({ file }: { readonly file: File }): VNode {
  const { reading } = useOverlays();
  const t = useWords();
  const [overlay, trouble, isBusy] = [reading.overlay.value, reading.trouble.value, reading.isBusy.value];
  return (
    <div class="ly-form ly-overlay-form" aria-busy={isBusy}>
      <p class="ly-overlay-file">
        <bdi>{file.name}</bdi>
        <FileButton label={t('overlay.ui.another')} />
      </p>
      {!overlay && isBusy && (
        <p class="ly-reading" role="status">
          <progress aria-label={t('overlay.ui.reading')} />
          {t('overlay.ui.reading')}
        </p>
      )}
      {trouble && <Told trouble={trouble} file={file} />}
      {overlay && (
        <>
          <Findings overlay={overlay} />
          <Preview overlay={overlay} />
          <Fields overlay={overlay} />
          <Look style={reading.style.value} columns={overlay.columns} change={(style) => (reading.style.value = { ...reading.style.value, ...style })} />
        </>
      )}
      <Buttons />
    </div>
  );
}

function Told({ trouble, file }: { readonly trouble: Trouble; readonly file: File }): VNode {
  const { speech } = useApp();
  const t = useWords();
  const text =
    trouble.kind === 'refused'
      ? speech.value.of(trouble.text)
      : trouble.kind === 'large'
        ? t('overlay.error.too-large', { file: file.name, size: Math.round(file.size / MEGA), limit: MOST_BYTES / MEGA })
        : t('overlay.ui.unreachable');
  return (
    <p class="ly-callout" role="alert">
      {text}
    </p>
  );
}

function Buttons(): VNode {
  const { chrome } = useApp();
  const { reading, store, around } = useOverlays();
  const t = useWords();
  const overlay = reading.overlay.value;
  const add = () => {
    if (!overlay) return;
    const laid = store.add(overlay, reading.style.peek());
    chrome.dialog.value = null;
    around(laid);
  };
  return (
    <div class="ly-overlay-buttons">
      <button type="button" class="ly-button" onClick={() => (chrome.dialog.value = null)}>
        {t('overlay.ui.cancel')}
      </button>
      <button type="button" class="ly-button ly-primary" disabled={!overlay || overlay.shown === 0 || reading.isBusy.value} onClick={add}>
        {t('overlay.ui.add', { n: overlay?.shown ?? 0 })}
      </button>
    </div>
  );
}
