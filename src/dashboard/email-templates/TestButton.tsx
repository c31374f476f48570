import MailOutlined from '@mui/icons-material/MailOutlined';
import { Button } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import { useFormContext } from 'react-hook-form';
import type { EmailTemplate } from '../../journey/outreach.ts';
import { useNotifySent } from '../shared/sending/useNotifySent.tsx';
import { type Content, sendTest } from './templateApi.ts';

/** Sends the form’s current content to the signed-in person. */
export const TestButton = ({ id }: { id: EmailTemplate }) => {
  const { getValues } = useFormContext<Content>();
  const notify = useNotify();
  const notifySent = useNotifySent();
  const { mutate, isPending } = useMutation({
    mutationFn: ({ subject, body }: Content) => sendTest(id, { subject, body }),
    onSuccess: (to) => notifySent(`Test sent to ${to}`),
    onError: (error) => notify(error.message, { type: 'error' }),
  });
  return (
    <Button
      variant="outlined"
      startIcon={<MailOutlined />}
      disabled={isPending}
      onClick={() => mutate(getValues())}
    >
      Send test to me
    </Button>
  );
};
