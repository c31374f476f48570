import { Button } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Confirm, useNotify } from 'react-admin';
import type { EmailTemplateRecord } from '../../api/email-templates/resource.ts';
import { resetWords } from './templateApi.ts';

type Props = { template: EmailTemplateRecord; onReset: () => void };

/** Puts back the words that came with this version, after asking. */
export const ResetButton = ({ template: { id, changedAt }, onReset }: Props) => {
  const [asking, setAsking] = useState(false);
  const notify = useNotify();
  const { mutate, isPending } = useMutation({
    mutationFn: () => resetWords(id),
    onSuccess: () => {
      onReset();
      notify('The original words are back');
    },
    onError: (error) => notify(error.message, { type: 'error' }),
    onSettled: () => setAsking(false),
  });
  if (!changedAt) return null;
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
