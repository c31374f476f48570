import { useEffect, useState } from 'react';

/** As many as fit on a small screen. More at once would keep the browser from answering. */
const STEP = 6;

/**
 * A list’s rows: when it first shows the first ones, and more after each other, so that the browser answers to clicks and
 * keys meanwhile. A row has so many parts that drawing 25 at once takes a third of a second. For rows that don’t render
 * again while their properties stay the same. The list keeps a place for those that are missing, so that what is below it
 * doesn’t move.
 */
export const useGradually = <Row>(rows: Row[]): { shown: Row[]; missing: number } => {
  const [count, setCount] = useState(STEP);
  const missing = Math.max(rows.length - count, 0);
  useEffect(() => {
    if (missing === 0) return;
    const timer = setTimeout(() => setCount(count + STEP));
    return () => clearTimeout(timer);
  }, [count, missing]);
  return { shown: missing > 0 ? rows.slice(0, count) : rows, missing };
};
