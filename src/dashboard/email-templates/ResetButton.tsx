import { Button, DialogContentText } from '@mui/material';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import type { EmailTemplateRecord } from '../../api/email-templates/resource.ts';
import { DialogForm } from '../shared/dialogs/DialogForm.tsx';
import { resetTemplate } from './templateApi.ts';

type Props = { template: EmailTemplateRecord; onReset: () => void };

/** Resets a template to its default, after confirmation. */
export const ResetButton = ({ template: { id, changedAt }, onReset }: Props) => {
  const [confirming, setConfirming] = useState(false);
  const notify = useNotify();
  const reset = async () => {
    await resetTemplate(id);
    setConfirming(false);
    onReset();
    notify('Template reset');
  };
  if (!changedAt) return null;
  return (
    <>
      <Button onClick={() => setConfirming(true)}>Reset to default</Button>
      {confirming && (
        <DialogForm
          title="Reset to default"
          action="Reset"
          onSubmit={reset}
          onClose={() => setConfirming(false)}
        >
          <DialogContentText>
            Your changes to this template will be lost. Sent emails aren’t affected.
          </DialogContentText>
        </DialogForm>
      )}
    </>
  );
};
