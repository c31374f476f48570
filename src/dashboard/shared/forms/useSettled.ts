import { useEffect, useState } from 'react';

const PAUSE_MS = 300;

/** Follows a string, such as what someone types, once it hasn’t changed for a moment. */
export const useSettled = (text: string, pauseMs = PAUSE_MS): string => {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(setSettled, pauseMs, text);
    return () => clearTimeout(timer);
  }, [text, pauseMs]);
  return settled;
};
