import Replay from '@mui/icons-material/Replay';
import { Button } from '@mui/material';
import { useNotify, useUpdate } from 'react-admin';
import type { EmailRecord } from '../../api/emails/resource.ts';
import { WAITING } from '../shared/sending/emailLabels.ts';

/** Sends an email that failed, or that was kept because SMTP wasn’t configured. */
export const SendAgainButton = ({ email }: { email: EmailRecord }) => {
  const [update, { isPending }] = useUpdate<EmailRecord, Error>();
  const notify = useNotify();
  if (!WAITING.includes(email.state)) return null;
  const send = () =>
    update(
      'emails',
      { id: email.id, data: { state: 'queued' }, previousData: email },
      {
        onSuccess: () => notify(`Sending to ${email.toEmail}`),
        onError: (error) => notify(error.message, { type: 'error' }),
      },
    );
  return (
    <Button variant="contained" startIcon={<Replay />} disabled={isPending} onClick={send}>
      Send again
    </Button>
  );
};
