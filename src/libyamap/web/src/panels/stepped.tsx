/** A word on the feature that keys have stepped to, beside its symbol; read out as well. */

import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { magnification } from '../magnification';
import { useApp } from './context';
import { placeAndTime } from './row';

const AWAY = 16;

export function Stepped(): VNode {
  const { chrome, drawnById, lookup, speech } = useApp();
  const onMap = useFocusOnMap();
  const feature = drawnById.value.get(chrome.stepped.value ?? '')?.feature;
  return (
    <div role="status" class="ly-stepped-place">
      {onMap && feature && (
        <Beside id={feature.id}>
          <strong>{speech.value.of(feature.title)}</strong>
          <span>{placeAndTime(feature, speech.value, lookup)}</span>
          <span class="ly-stepped-key">
            <kbd>Enter</kbd> {speech.value.t('web.step.open')}
          </span>
        </Beside>
      )}
    </div>
  );
}

/** A box beside a feature's symbol, on the side where there is room, wherever the map goes. */
function Beside({ id, children }: { readonly id: string; readonly children: VNode[] }): VNode {
  const { chrome, map } = useApp();
  const box = useRef<HTMLDivElement>(null);
  const viewport = chrome.viewport.value;
  useLayoutEffect(() => {
    const place = () => {
      const at = map.peek()?.points().get(id);
      const { current } = box;
      const parent = current?.offsetParent;
      if (!at || !current || !(parent instanceof HTMLElement)) return;
      const scale = magnification(parent);
      const [x, y] = [at.x / scale, at.y / scale];
      const left = x + AWAY + current.offsetWidth > parent.offsetWidth ? x - AWAY - current.offsetWidth : x + AWAY;
      const top = Math.min(y + AWAY, parent.offsetHeight - current.offsetHeight - AWAY);
      current.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
    };
    place();
    // The map paints what has moved in its next frame.
    const frame = requestAnimationFrame(place);
    return () => cancelAnimationFrame(frame);
  }, [id, map, viewport]);
  return (
    <div ref={box} class="ly-stepped" data-feature={id}>
      {children}
    </div>
  );
}

function useFocusOnMap(): boolean {
  const [on, setOn] = useState(false);
  useEffect(() => {
    const map = document.getElementById('map_libyamap');
    const read = () => setOn(document.activeElement === map);
    map?.addEventListener('focus', read);
    map?.addEventListener('blur', read);
    return () => {
      map?.removeEventListener('focus', read);
      map?.removeEventListener('blur', read);
    };
  }, []);
  return on;
}
