import { Button } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Confirm, useNotify, useRecordContext, useRefresh } from 'react-admin';
import { useFormContext } from 'react-hook-form';
import type { EmailTemplateRecord } from '../../api/resources/email-templates.ts';
import { useWords } from './useWords.ts';

/** Puts back the words that came with this version, after asking. */
export const ResetButton = () => {
  const [asking, setAsking] = useState(false);
  const template = useRecordContext<EmailTemplateRecord>();
  const { post } = useWords();
  const { reset } = useFormContext();
  const notify = useNotify();
  const refresh = useRefresh();
  const { mutate, isPending } = useMutation({
    mutationFn: () => post('reset', {}),
    onSuccess: (original) => {
      reset(original);
      refresh();
      notify('The original words are back');
    },
    onError: (error) => notify(error.message, { type: 'error' }),
    onSettled: () => setAsking(false),
  });
  if (!template?.changedAt) return null;
  return (
    <>
      <Button onClick={() => setAsking(true)}>Put back the original words</Button>
      <Confirm
        isOpen={asking}
        loading={isPending}
        title="Put back the original words"
        content="What your team wrote into this e-mail is lost. E-mails that were sent stay as they are."
        confirm="Put back"
        onConfirm={() => mutate()}
        onClose={() => setAsking(false)}
      />
    </>
  );
};
