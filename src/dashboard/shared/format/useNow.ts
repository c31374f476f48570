import { useEffect, useState } from 'react';

const MINUTE = 60_000;

/** The current time in milliseconds since 1970, updated at an interval in milliseconds so that relative times stay true. */
export const useNow = (every = MINUTE): number => {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
};
