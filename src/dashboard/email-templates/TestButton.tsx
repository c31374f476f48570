import MailOutlined from '@mui/icons-material/MailOutlined';
import { Button } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import { useFormContext } from 'react-hook-form';
import type { EmailTemplate } from '../../journey/outreach.ts';
import { testWords, type Words } from './templateApi.ts';

/** Sends the words as they stand in the form to oneself. */
export const TestButton = ({ id }: { id: EmailTemplate }) => {
  const { getValues } = useFormContext<Words>();
  const notify = useNotify();
  const { mutate, isPending } = useMutation({
    mutationFn: ({ subject, body }: Words) => testWords(id, { subject, body }),
    onSuccess: (to) => notify(`Sent to ${to}`),
    onError: (error) => notify(error.message, { type: 'error' }),
  });
  return (
    <Button
      variant="outlined"
      startIcon={<MailOutlined />}
      disabled={isPending}
      onClick={() => mutate(getValues())}
    >
      Send me a test
    </Button>
  );
};
