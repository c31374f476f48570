import { Button } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Confirm, useNotify } from 'react-admin';
import type { EmailTemplateRecord } from '../../api/email-templates/resource.ts';
import { resetTemplate } from './templateApi.ts';

type Props = { template: EmailTemplateRecord; onReset: () => void };

/** Resets a template to its default, after confirmation. */
export const ResetButton = ({ template: { id, changedAt }, onReset }: Props) => {
  const [confirming, setConfirming] = useState(false);
  const notify = useNotify();
  const { mutate, isPending } = useMutation({
    mutationFn: () => resetTemplate(id),
    onSuccess: () => {
      onReset();
      notify('Template reset');
    },
    onError: (error) => notify(error.message, { type: 'error' }),
    onSettled: () => setConfirming(false),
  });
  if (!changedAt) return null;
  return (
    <>
      <Button onClick={() => setConfirming(true)}>Reset to default</Button>
      <Confirm
        isOpen={confirming}
        loading={isPending}
        title="Reset to default"
        content="Your changes to this template will be lost. Sent emails aren’t affected."
        confirm="Reset"
        onConfirm={() => mutate()}
        onClose={() => setConfirming(false)}
      />
    </>
  );
};
