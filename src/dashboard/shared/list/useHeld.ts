import { useEffect, useRef, useState } from 'react';

/** What lies over the page, such as a menu that was opened from a row. */
const OVER = '.MuiModal-root';

const isOver = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(OVER) !== null;

/**
 * Whether someone is among the rows in an element: with the pointer over them, the keyboard’s focus in them, or the last
 * touch on them. Not by React’s events, which also report menus opened from inside it.
 */
export const useHeld = () => {
  const box = useRef<HTMLDivElement>(null);
  const [holds, setHolds] = useState({ pointer: false, focus: false, touch: false });
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const hold = (change: Partial<typeof holds>) => setHolds((all) => ({ ...all, ...change }));
    const until = new AbortController();
    const { signal } = until;
    const enter = ({ pointerType }: PointerEvent) => hold({ pointer: pointerType !== 'touch' });
    element.addEventListener('pointerenter', enter, { signal });
    element.addEventListener('pointerleave', () => hold({ pointer: false }), { signal });
    // A click leaves the focus behind. Only that of a keyboard says where someone is.
    const focus = ({ target }: FocusEvent) =>
      hold({ focus: target instanceof Element && target.matches(':focus-visible') });
    element.addEventListener('focusin', focus, { signal });
    const blur = ({ relatedTarget }: FocusEvent) => {
      const stays = relatedTarget instanceof Node && element.contains(relatedTarget);
      if (!stays && !isOver(relatedTarget)) hold({ focus: false });
    };
    element.addEventListener('focusout', blur, { signal });
    const touch = ({ target, pointerType }: PointerEvent) => {
      const inside = target instanceof Node && element.contains(target);
      if (!isOver(target)) hold({ touch: pointerType === 'touch' && inside });
    };
    document.addEventListener('pointerdown', touch, { signal });
    return () => until.abort();
  }, []);
  return { box, held: Object.values(holds).some(Boolean) };
};
