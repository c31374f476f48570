import { Alert } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useDebouncedEvent } from 'react-admin';
import type { RenderedEmail } from '../../api/email-templates/bodies.ts';
import { EmailPreview } from '../emails/EmailPreview.tsx';
import { useWords } from './useWords.ts';

/** The e-mail with the words as they stand in the form; a fault is told in place of it. */
export const WordsPreview = () => {
  const { id, words, post } = useWords();
  const [settled, setSettled] = useState(words);
  const settle = useDebouncedEvent(setSettled, 300);
  const { subject, body } = words;
  useEffect(() => {
    settle({ subject, body });
  }, [subject, body, settle]);
  const { data, error } = useQuery<RenderedEmail>({
    queryKey: ['email-templates', 'preview', id, settled],
    queryFn: () => post('preview', settled),
    enabled: settled.body !== '',
    placeholderData: keepPreviousData,
    retry: false,
  });
  return (
    <>
      {error && (
        <Alert severity="warning" sx={{ mb: 1.5 }}>
          {error.message}
        </Alert>
      )}
      <EmailPreview data={data} error={null} />
    </>
  );
};
