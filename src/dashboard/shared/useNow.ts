import { useEffect, useState } from 'react';

const MINUTE = 60_000;

/** The present moment in milliseconds, renewed every minute so that relative times stay true. */
export const useNow = (): number => {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE);
    return () => clearInterval(timer);
  }, []);
  return now;
};
