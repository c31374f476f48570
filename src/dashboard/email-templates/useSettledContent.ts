import { useEffect, useState } from 'react';
import { useDebouncedEvent } from 'react-admin';
import { useWatch } from 'react-hook-form';
import type { Words } from './templateApi.ts';

const PAUSE_MS = 300;

/** The words in the form, once the typing pauses. */
export const useSettledWords = ({ subject, body }: Words): Words => {
  const [settled, setSettled] = useState<Words>({ subject, body });
  const settle = useDebouncedEvent(setSettled, PAUSE_MS);
  const [nextSubject = subject, nextBody = body] = useWatch({ name: ['subject', 'body'] });
  useEffect(() => {
    settle({ subject: nextSubject, body: nextBody });
  }, [settle, nextSubject, nextBody]);
  return settled;
};
