import { useEffect, useState } from 'react';
import { useDebouncedEvent } from 'react-admin';
import { useWatch } from 'react-hook-form';
import type { Content } from './templateApi.ts';

const PAUSE_MS = 300;

/** The form’s content, updated once typing pauses. */
export const useSettledContent = ({ subject, body }: Content): Content => {
  const [settled, setSettled] = useState<Content>({ subject, body });
  const settle = useDebouncedEvent(setSettled, PAUSE_MS);
  const [nextSubject = subject, nextBody = body] = useWatch({ name: ['subject', 'body'] });
  useEffect(() => {
    settle({ subject: nextSubject, body: nextBody });
  }, [settle, nextSubject, nextBody]);
  return settled;
};
