/** Follow me: where the presenter is, told to the server by the one and heard from it by all others. */

import { effect, signal, type ReadonlySignal } from '@preact/signals';
import type { Blank, Show } from './show';

export interface Following {
  /** Whether news of the presenter would come; null before it first did or did not. */
  readonly connected: ReadonlySignal<boolean | null>;
  /** Go with the presenter again. */
  rejoin(): void;
}

interface Position {
  readonly scene: string;
  readonly blank: Blank | null;
}

/** Milliseconds until what failed is tried again, and until the server, which may be another by then, is told anew. */
const RETRY = 2000;
const REMIND = 15_000;

export function follow(show: Show, address: string): Following {
  const connected = signal<boolean | null>(null);
  const position = signal<Position | null>(null);
  const listen = () => {
    const events = new EventSource(`${address}/events`);
    events.addEventListener('open', () => (connected.value = true));
    events.addEventListener('position', ({ data }: MessageEvent<string>) => (position.value = JSON.parse(data) as Position));
    events.addEventListener('error', () => {
      connected.value = false;
      // The browser connects again by itself, unless the server has refused it.
      if (events.readyState === EventSource.CLOSED) setTimeout(listen, RETRY);
    });
  };
  listen();
  effect(() => {
    const led = position.value;
    if (led && !show.apart.value) show.follow(led.scene, led.blank);
  });
  return { connected, rejoin: () => (show.apart.value = false) };
}

/** Tell the server where the show is, the latest only, until it has heard it. */
export function lead(show: Show, address: string, token: string): ReadonlySignal<boolean | null> {
  const heard = signal<boolean | null>(null);
  let waiting: string | null = null;
  let busy = false;
  const send = async () => {
    if (busy || waiting === null) return;
    busy = true;
    const body = waiting;
    waiting = null;
    try {
      const { ok, status } = await fetch(address, { method: 'POST', body, headers: { authorization: `Bearer ${token}` }, keepalive: true });
      heard.value = ok;
      if (!ok && status >= 500) throw new Error(String(status));
    } catch {
      heard.value = false;
      waiting ??= body;
      setTimeout(() => void send(), RETRY);
    }
    busy = false;
    if (heard.value && waiting !== null) void send();
  };
  const tell = () => {
    const { scene, blank } = show;
    waiting = JSON.stringify({ scene: scene.value.id, blank: blank.value });
    void send();
  };
  effect(tell);
  setInterval(tell, REMIND);
  return heard;
}

/** The part of the presenter's link that no server, log or referrer ever gets to see. */
const LEADS = /^#lead=([\w-]+)$/;

/** Whether the address is a presenter's link. */
export function isLink(): boolean {
  return LEADS.test(location.hash);
}

/** The token of the presenter's link: taken out of the address, which the room may see, and kept for a reload. */
export function tokenOf(brief: string): string | null {
  const kept = `libyamap-lead:${brief}`;
  const token = LEADS.exec(location.hash)?.[1] ?? null;
  if (token) history.replaceState(null, '', location.pathname + location.search);
  try {
    if (token) sessionStorage.setItem(kept, token);
    return sessionStorage.getItem(kept);
  } catch {
    // Storage is closed in some private windows; the link then leads as long as the page.
    return token;
  }
}
