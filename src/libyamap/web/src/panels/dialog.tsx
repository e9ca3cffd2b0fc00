/** A dialog over the page: the browser's own, so that focus and Escape are its business. */

import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { DialogName } from '../chrome';
import { useApp } from './context';
import { IconButton } from './parts';

export function Dialog(props: { readonly name: DialogName; readonly title: string; readonly children: ComponentChildren }): VNode | null {
  const { chrome } = useApp();
  const dialog = useRef<HTMLDialogElement>(null);
  const open = chrome.dialog.value === props.name;
  const close = () => {
    if (chrome.dialog.peek() === props.name) chrome.dialog.value = null;
  };
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
  }, [open]);
  if (!open) return null;
  const outside = (event: MouseEvent) => {
    if (event.target === dialog.current) close();
  };
  return (
    <dialog ref={dialog} class="ly-dialog" aria-labelledby={`ly-dialog-${props.name}`} onClose={close} onClick={outside}>
      <div class="ly-dialog-body">
        <header>
          <h2 id={`ly-dialog-${props.name}`}>{props.title}</h2>
          <IconButton icon="close" label="web.dialog.close" onClick={close} />
        </header>
        {props.children}
      </div>
    </dialog>
  );
}
