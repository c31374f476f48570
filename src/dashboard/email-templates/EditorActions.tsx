import { Alert, Box, Button } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Confirm, type HttpError, SaveButton, useNotify } from 'react-admin';
import { useFormContext } from 'react-hook-form';
import type { EmailTemplateRecord } from '../../api/resources/email-templates.ts';
import { resetWords, testWords, type Words } from './templateApi.ts';

type Props = { template: EmailTemplateRecord; onReload: () => void };

/** Saves the words, tries them on oneself, or goes back to the first ones. */
export const EditorActions = ({ template, onReload }: Props) => (
  <>
    <SaveTrouble onReload={onReload} />
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
      <SaveButton label="Save" />
      <TestButton template={template} />
      <ResetButton template={template} onReset={onReload} />
    </Box>
  </>
);

/** Why the words could not be saved. */
const SaveTrouble = ({ onReload }: { onReload: () => void }) => {
  const { stale, failed } = useFormContext().formState.errors.root ?? {};
  if (stale)
    return (
      <Alert severity="warning" action={<Button onClick={onReload}>Reload</Button>}>
        {stale.message} Copy your own words first: reloading replaces them.
      </Alert>
    );
  return failed ? <Alert severity="error">{failed.message}</Alert> : null;
};

const TestButton = ({ template: { id } }: { template: EmailTemplateRecord }) => {
  const { getValues } = useFormContext<Words>();
  const notify = useNotify();
  const { mutate, isPending } = useMutation<string, HttpError, Words>({
    mutationFn: ({ subject, body }) => testWords(id, { subject, body }),
    onSuccess: (to) => notify(`A test is on its way to ${to}`, { type: 'success' }),
    onError: ({ message }) => notify(message, { type: 'warning' }),
  });
  return (
    <Button variant="outlined" loading={isPending} onClick={() => mutate(getValues())}>
      Send me a test
    </Button>
  );
};

type ResetProps = { template: EmailTemplateRecord; onReset: () => void };

const ResetButton = ({ template: { id, changedAt }, onReset }: ResetProps) => {
  const [open, setOpen] = useState(false);
  const notify = useNotify();
  const { mutate, isPending } = useMutation({
    mutationFn: () => resetWords(id),
    onSuccess: () => {
      notify('The original words are back');
      onReset();
    },
    onError: ({ message }) => notify(message, { type: 'error' }),
    onSettled: () => setOpen(false),
  });
  return (
    <>
      <Button
        sx={{ ml: { sm: 'auto' } }}
        disabled={changedAt === null}
        onClick={() => setOpen(true)}
      >
        Put back the original words
      </Button>
      <Confirm
        isOpen={open}
        loading={isPending}
        title="Put back the original words?"
        content="The words that you have now are lost. E-mails that were sent stay as they are."
        confirm="Put them back"
        onConfirm={() => mutate()}
        onClose={() => setOpen(false)}
      />
    </>
  );
};
