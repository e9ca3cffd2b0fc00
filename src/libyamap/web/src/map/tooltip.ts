/** A word on what the pointer is on: its title, place and date, beside the pointer. */

import type { Feature, Lang } from '../document';
import type { Point } from './projection';
import type { Stage } from './scene';

export interface Tooltip {
  show(feature: Feature, at: Point, lang: Lang): void;
  hide(): void;
}

const AWAY = 16;

export function createTooltip(container: HTMLElement, stage: Stage): Tooltip {
  const box = document.createElement('div');
  box.className = 'ly-tooltip';
  box.setAttribute('role', 'tooltip');
  box.hidden = true;
  const [title, place, when] = ['ly-tooltip-title', 'ly-tooltip-place', 'ly-tooltip-when'].map((name) => {
    const line = document.createElement('div');
    line.className = name;
    box.append(line);
    return line;
  }) as unknown as [HTMLElement, HTMLElement, HTMLElement];
  container.append(box);
  return {
    show: (feature, at, lang) => {
      title.textContent = feature.title[lang];
      place.textContent = stage.places.get(feature.place ?? feature.destination ?? '')?.name[lang] ?? '';
      when.textContent = feature.when?.text[lang] ?? '';
      box.hidden = false;
      const [right, bottom] = [container.clientWidth - box.offsetWidth - AWAY, container.clientHeight - box.offsetHeight - AWAY];
      const x = at.x > right - AWAY ? at.x - box.offsetWidth - AWAY : at.x + AWAY;
      box.style.transform = `translate(${Math.round(x)}px, ${Math.round(Math.min(at.y + AWAY, bottom))}px)`;
    },
    hide: () => {
      box.hidden = true;
    },
  };
}
