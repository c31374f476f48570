import { Tooltip } from '@mui/material';
import { useEffect, useState } from 'react';

/** In milliseconds. Passing over something isn’t pointing at it, and only a long touch asks what something is. */
const DELAY_MS = { mouse: 100, touch: 700 };

/** In milliseconds, for reading it once the finger no longer covers it. */
const AFTER_TOUCH_MS = 1500;

const MODIFIERS = new Set(['Alt', 'AltGraph', 'Control', 'Meta', 'Shift']);

type Shown = { anchor: HTMLElement; text: string };

/** The element with a tooltip that an event happened in. */
const anchorOf = ({ target }: Event): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-tooltip]') : null;

/** A tooltip itself may be pointed at, to read or copy it. */
const isTooltip = ({ target }: Event): boolean =>
  target instanceof Element && target.closest('[role=tooltip]') !== null;

const useShown = () => {
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    const until = new AbortController();
    // On the way down: what happens in a row's buttons goes no further up than the row.
    const early = { signal: until.signal, capture: true };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const change = (next: Shown | null, after: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => setShown(next), after);
    };
    const show = (anchor: HTMLElement | null, after: number) => {
      const text = anchor?.dataset.tooltip;
      change(anchor && text ? { anchor, text } : null, after);
    };
    const hide = () => change(null, 0);

    const point = (event: PointerEvent) => {
      if (event.pointerType === 'touch' || isTooltip(event)) return;
      show(anchorOf(event), DELAY_MS.mouse);
    };
    const press = (event: PointerEvent) =>
      event.pointerType === 'touch' ? show(anchorOf(event), DELAY_MS.touch) : hide();
    const release = ({ pointerType }: PointerEvent) => {
      if (pointerType === 'touch') change(null, AFTER_TOUCH_MS);
    };
    const focus = (event: FocusEvent) => {
      // A click moves the focus too.
      if (event.target instanceof Element && event.target.matches(':focus-visible'))
        show(anchorOf(event), 0);
    };
    const act = ({ key }: KeyboardEvent) => {
      // Such as to zoom in on it. Every other key does something, or moves on.
      if (!MODIFIERS.has(key)) hide();
    };
    document.addEventListener('pointerover', point, early);
    document.documentElement.addEventListener('pointerleave', hide, { signal: until.signal });
    document.addEventListener('pointerdown', press, early);
    document.addEventListener('pointerup', release, early);
    document.addEventListener('pointercancel', hide, early);
    document.addEventListener('focusin', focus, early);
    document.addEventListener('focusout', hide, early);
    document.addEventListener('keydown', act, early);
    return () => {
      until.abort();
      clearTimeout(timer);
    };
  }, []);
  return { shown, hide: () => setShown(null) };
};

/**
 * The tooltip of whatever has the pointer or the keyboard’s focus, as its `data-tooltip` says. One for the whole page:
 * MUI’s own takes as long to make as the button that it is around, and a list has two hundred.
 */
export const Tooltips = () => {
  const { shown, hide } = useShown();
  if (!shown) return null;
  return (
    <Tooltip
      open
      title={shown.text}
      onClose={hide}
      slotProps={{ popper: { anchorEl: shown.anchor } }}
    >
      <span hidden />
    </Tooltip>
  );
};
