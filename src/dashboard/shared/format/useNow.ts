import { useEffect, useState } from 'react';

const MINUTE = 60_000;

/** The present moment in milliseconds, renewed now and then so that relative times stay true. */
export const useNow = (every = MINUTE): number => {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
};
