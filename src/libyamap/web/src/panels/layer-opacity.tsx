/** How far a layer is seen through: a button that says so, and the slider that it shows. */

import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Layer } from '../document';
import { OPAQUE } from '../view';
import { useApp } from './context';
import { Icon } from './icon';

const STEP = 5;

/** Opacity of a layer in percent. */
export function usePercent({ id }: Layer): number {
  return Math.round(useApp().stack.value.opacity(id) * OPAQUE);
}

export function OpacityButton({ layer }: { readonly layer: Layer }): VNode {
  const { chrome, speech } = useApp();
  const { t, of, percent } = speech.value;
  const value = usePercent(layer);
  const open = chrome.seeThrough.value === layer.id;
  const label = t('web.layers.opacity-of', { layer: of(layer.title) });
  return (
    <button
      type="button"
      class="ly-row-button ly-opacity-button"
      id={buttonId(layer)}
      aria-expanded={open}
      aria-label={value === OPAQUE ? label : `${label}: ${percent(value / OPAQUE)}`}
      title={label}
      onClick={() => (chrome.seeThrough.value = open ? null : layer.id)}
    >
      {value === OPAQUE ? <Icon name="sliders" /> : percent(value / OPAQUE)}
    </button>
  );
}

/** The slider, where it is asked for. */
export function OpacitySlider({ layer }: { readonly layer: Layer }): VNode | null {
  return useApp().chrome.seeThrough.value === layer.id ? <Slider layer={layer} /> : null;
}

function Slider({ layer }: { readonly layer: Layer }): VNode {
  const { actions, chrome, speech } = useApp();
  const { t, of, percent } = speech.value;
  const value = usePercent(layer);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    chrome.pointed.value = [];
    field.current?.focus();
  }, []);
  const close = () => {
    chrome.seeThrough.value = null;
    document.getElementById(buttonId(layer))?.focus();
  };
  return (
    <label class="ly-opacity">
      <span>{t('web.layers.opacity')}</span>
      <input
        ref={field}
        type="range"
        min={0}
        max={OPAQUE}
        step={STEP}
        value={value}
        aria-label={t('web.layers.opacity-of', { layer: of(layer.title) })}
        aria-valuetext={percent(value / OPAQUE)}
        onInput={(event) => actions.setOpacity(layer.id, Number(event.currentTarget.value))}
        onKeyDown={(event) => event.key === 'Escape' && close()}
      />
      <output>{percent(value / OPAQUE)}</output>
    </label>
  );
}

function buttonId({ id }: Layer): string {
  return `ly-opacity-${id}`;
}
