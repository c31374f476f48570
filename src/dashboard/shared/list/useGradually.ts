import { useEffect, useState } from 'react';

/** As many as fit on a small screen. More at once would keep the browser from answering. */
const STEP = 6;

/**
 * A list’s rows: when it first shows the first ones, and more after each other, so that the browser answers to clicks and
 * keys meanwhile. A row has so many parts that drawing 25 at once takes a third of a second. For rows that don’t render
 * again while their properties stay the same.
 */
export const useGradually = <Row>(rows: Row[]): Row[] => {
  const [count, setCount] = useState(STEP);
  const isDone = count >= rows.length;
  useEffect(() => {
    if (isDone) return;
    const timer = setTimeout(() => setCount(count + STEP));
    return () => clearTimeout(timer);
  }, [count, isDone]);
  return isDone ? rows : rows.slice(0, count);
};
