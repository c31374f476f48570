import { useEffect, useState } from 'react';

const PAUSE_MS = 300;

/** Follows a string, such as what someone types, once it hasn’t changed for 300 ms. */
export const useSettled = (text: string): string => {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(setSettled, PAUSE_MS, text);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
};
