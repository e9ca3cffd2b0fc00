/**
 * The bridge: a Streamlit component that draws nothing. It hands what Python says to the map application on the page,
 * and the application sets its states. Where the page has no map application (Streamlit run without our server), it
 * asks Python for everything and starts one.
 */

import type { Selection } from './document';
import type { Component, Handed, Socket } from './host';

interface Alone {
  readonly document?: Handed['document'];
  readonly basemap?: unknown;
  /** Folium's script. */
  readonly map?: string;
}

/** What Streamlit calls us with; the selection is still text. */
interface Bridged {
  readonly data: Omit<Component['data'], 'selection'> & Alone & { readonly selection: string };
  setStateValue(name: string, value: unknown): void;
}

let starting: Promise<void> | undefined;

export default function bridge(component: Bridged): void {
  const attach = () => socket()?.attach(attachable(component));
  hand(component.data);
  if (socket()) {
    attach();
    return;
  }
  if (document.getElementById('libyamap') && !starting) {
    addEventListener('libyamap-ready', attach, { once: true });
    return;
  }
  const { data } = component;
  if (window.libyamapHanded && data.map !== undefined) {
    starting ??= start(data.map);
    void starting.then(attach);
  } else if (!starting) {
    component.setStateValue('alone', true);
  }
}

/** What the application offers; until it has started, the name leads to the element of that id. */
function socket(): Socket | undefined {
  const { libyamap } = window;
  return libyamap instanceof Element ? undefined : libyamap;
}

/** Lay ready what only Python can give where no server of ours stands behind the page: each run's newest. */
function hand(data: Bridged['data']): void {
  const { document, basemap } = data;
  if (document) window.libyamapHanded = { document, selection: parsed(data), basemap };
}

function attachable(component: Bridged): Component {
  const { data } = component;
  return {
    data: { ...data, selection: parsed(data) },
    setStateValue: (name, value) => component.setStateValue(name, value),
  };
}

function parsed({ selection }: Bridged['data']): Selection {
  return JSON.parse(selection) as Selection;
}

/** Build on Streamlit's page what our server would have sent. */
async function start(map: string): Promise<void> {
  const root = document.createElement('div');
  root.id = 'libyamap';
  const container = document.createElement('div');
  container.id = 'map_libyamap';
  root.append(container);
  document.body.prepend(root);
  await Promise.all(['leaflet.css', 'app.css'].map(style));
  await script('boot.js');
  await script('leaflet.js');
  const drawn = document.createElement('script');
  drawn.textContent = map;
  document.head.append(drawn);
  await script('app.js', 'module');
}

function sibling(name: string): string {
  return new URL(`./${name}`, import.meta.url).href;
}

function style(name: string): Promise<void> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = sibling(name);
  return loaded(link);
}

function script(name: string, type = 'text/javascript'): Promise<void> {
  const element = document.createElement('script');
  element.type = type;
  element.src = sibling(name);
  element.async = false;
  return loaded(element);
}

function loaded(element: HTMLLinkElement | HTMLScriptElement): Promise<void> {
  return new Promise((resolve) => {
    // A file that is missing must not keep the others waiting: the page then lacks only that.
    element.addEventListener('load', () => resolve());
    element.addEventListener('error', () => resolve());
    document.head.append(element);
  });
}
