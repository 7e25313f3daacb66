// A finger that comes down on a slider may be about to scroll the page. Browsers set the slider at once where it came
// down; here nothing is taken from it before it is known which way it goes: sideways it drags, up or down it scrolls and
// the slider stays, and where it is lifted again it has tapped.

import { useEffect } from 'react';

interface Touch {
  readonly slider: HTMLInputElement;
  readonly x: number;
  readonly y: number;
  /** What the slider said before. */
  readonly value: string;
  /** What the browser set it to before it was known what is meant. */
  early: string | null;
  way: 'unknown' | 'sideways' | 'scroll';
}

/** Pixels that a finger moves even while it rests. */
const rest = 6;

const nativeValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
/** Sets what the slider shows as the browser would, so that React takes it for the reader's doing. */
const setValue = (slider: HTMLInputElement, value: string): void => nativeValue?.set?.call(slider, value);

export function useSliderTouch(): void {
  useEffect(() => watchSliders(document), []);
}

function watchSliders(page: Document): () => void {
  let touch: Touch | null = null;
  const begin = ({ target, pointerType, isPrimary, clientX, clientY }: PointerEvent): void => {
    if (!isPrimary) return;
    const isSlider = pointerType === 'touch' && target instanceof HTMLInputElement && target.type === 'range';
    touch = isSlider
      ? { slider: target, x: clientX, y: clientY, value: target.value, early: null, way: 'unknown' }
      : null;
  };
  const move = ({ isPrimary, clientX, clientY }: PointerEvent): void => {
    if (touch === null || touch.way !== 'unknown' || !isPrimary) return;
    const [across, down] = [Math.abs(clientX - touch.x), Math.abs(clientY - touch.y)];
    if (Math.max(across, down) > rest) touch.way = across > down ? 'sideways' : 'scroll';
  };
  const take = (event: Event): void => {
    if (touch === null || touch.way === 'sideways' || event.target !== touch.slider) return;
    event.stopImmediatePropagation();
    if (touch.slider.value !== touch.value) touch.early = touch.slider.value;
    setValue(touch.slider, touch.value);
  };
  const lift = (): void => {
    const last = touch;
    touch = null;
    if (last === null || last.way !== 'unknown' || last.early === null) return;
    setValue(last.slider, last.early);
    last.slider.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const giveUp = (): void => {
    if (touch !== null && touch.way === 'unknown') touch.way = 'scroll';
  };
  const listeners = { pointerdown: begin, pointermove: move, pointerup: lift, pointercancel: giveUp };
  const all = Object.entries({ ...listeners, input: take, change: take }) as [string, EventListener][];
  for (const [type, listener] of all) page.addEventListener(type, listener, true);
  return () => {
    for (const [type, listener] of all) page.removeEventListener(type, listener, true);
  };
}
