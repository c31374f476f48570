import { useLayoutEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router-dom';
import { keepFocus } from './keepFocus.ts';

/**
 * Keeps the focus on the page, in the element with the returned ref. It goes to the heading of each new page,
 * shown from its top, and on the way back to the link by which people left, such as the customer’s row.
 */
export const useKeptFocus = () => {
  const main = useRef<HTMLElement>(null);
  const keeper = useRef<ReturnType<typeof keepFocus>>(null);
  useLayoutEffect(() => {
    if (!main.current) return;
    keeper.current = keepFocus(main.current);
    return keeper.current.stop;
  }, []);

  // Effects of the layout, so that the keeper knows of a new page before it sees the old one go.
  const { pathname } = useLocation();
  const isBack = useNavigationType() === 'POP';
  const previous = useRef<string>(null);
  useLayoutEffect(() => {
    const left = previous.current;
    previous.current = pathname;
    // The first page of a visit starts at the top, as everywhere.
    if (left === pathname || (left === null && isBack)) return;
    keeper.current?.moveTo(isBack ? `#${left}` : null);
    // Browsers keep how far the last page was scrolled, as to them it is the same document.
    if (!isBack) window.scrollTo(0, 0);
  }, [pathname, isBack]);
  return main;
};
