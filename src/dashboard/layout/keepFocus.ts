/** A chart, too, can have the focus. */
type Focusable = HTMLElement | SVGElement;

/** An element that had the focus, and its position in each element around it. */
type Place = { element: Focusable; around: { parent: Element; index: number }[] };

const FOCUSABLE = 'a[href], button:enabled, input:enabled:not([type=checkbox]), textarea:enabled';

const placeOf = (element: Focusable): Place => {
  const around: Place['around'] = [];
  for (let child: Element = element; child.parentElement; child = child.parentElement) {
    const parent = child.parentElement;
    around.push({ parent, index: Array.from(parent.children).indexOf(child) });
  }
  return { element, around };
};

const isVisible = (element: Element): boolean =>
  element.checkVisibility({ visibilityProperty: true });

const firstIn = (scope: Element | undefined): HTMLElement | undefined =>
  [...(scope?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])].find(isVisible);

/** What took the element’s place or is nearest to it, within `main`. */
const nearestTo = ({ around }: Place, main: Element): HTMLElement | undefined => {
  const left = around.filter(({ parent }) => parent.isConnected && parent !== main);
  const inside = left.filter(({ parent }) => main.contains(parent));
  const [gap] = inside;
  const successor = gap?.parent.children[Math.min(gap.index, gap.parent.children.length - 1)];
  return [successor, ...inside.map(({ parent }) => parent)].map(firstIn).find(Boolean);
};

const focusHeading = (main: Element): boolean => {
  const heading = main.querySelector('h1');
  if (!heading) return false;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  return true;
};

const linkIn = (main: Element, href: string): HTMLElement | undefined =>
  [...main.querySelectorAll<HTMLElement>('a[href]')].find(
    (link) => link.getAttribute('href') === href && isVisible(link),
  );

/**
 * Keeps the keyboard’s focus in `main`. Browsers drop it to the page’s body when its element disappears, is disabled or
 * hidden, and keyboards then start again from the top. It moves to what is left of its row, to the next row or to the
 * heading. Not while a dialog is open: MUI hides `main` then and keeps the focus itself.
 */
export const keepFocus = (main: HTMLElement) => {
  let place: Place | null = null;
  /** After a change of page: where the focus goes once it is there. */
  let goal: { link: string | null } | null = null;

  const arrive = (): void => {
    const link = goal?.link && linkIn(main, goal.link);
    if (link) link.focus();
    // A list that comes back shows its rows after its heading, or hides them at first, so the goal stays.
    if (link || (focusHeading(main) && !goal?.link)) goal = null;
  };

  const check = (): void => {
    if (main.closest('[aria-hidden=true]')) return;
    if (goal) {
      arrive();
      return;
    }
    if (document.activeElement !== document.body || !place) return;
    const { element } = place;
    const usable = element.isConnected && !element.matches(':disabled') && isVisible(element);
    const target = usable ? element : nearestTo(place, main);
    if (target) target.focus();
    else focusHeading(main);
  };

  // Browsers take the focus from a hidden or disabled element only after the next frame.
  let frame = 0;
  const checkSoon = (): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(check);
    });
  };

  const remember = ({ target }: FocusEvent): void => {
    if (!(target instanceof HTMLElement || target instanceof SVGElement)) return;
    if (target.tagName !== 'H1') goal = null;
    if (main.contains(target)) place = placeOf(target);
  };
  // Who clicks beside everything wants no focus. In a dialog, a menu or a notification one is only away from the page.
  const forget = ({ target }: PointerEvent): void => {
    if (!(target instanceof Node && main.contains(target))) return;
    place = null;
    goal = null;
  };

  const observer = new MutationObserver(checkSoon);
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    attributeFilter: ['disabled', 'class', 'aria-hidden'],
  });
  document.addEventListener('focusin', remember);
  document.addEventListener('pointerdown', forget, { capture: true });
  return {
    /** After a change of page, moves the focus to a link if there is one, or else to the heading. */
    moveTo: (link: string | null): void => {
      goal = { link };
      checkSoon();
    },
    stop: (): void => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      document.removeEventListener('focusin', remember);
      document.removeEventListener('pointerdown', forget, { capture: true });
    },
  };
};
