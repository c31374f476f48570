import Replay from '@mui/icons-material/Replay';
import { Button } from '@mui/material';
import { useNotify, useUpdate } from 'react-admin';
import type { EmailRecord } from '../../api/emails/resource.ts';
import { WAITING } from '../shared/sending/states.ts';

/** Sends an e-mail that failed, or that was kept because there was no SMTP. */
export const SendAgainButton = ({ email }: { email: EmailRecord }) => {
  const [update, { isPending }] = useUpdate<EmailRecord, Error>();
  const notify = useNotify();
  if (!WAITING.includes(email.state)) return null;
  const send = () =>
    update(
      'emails',
      { id: email.id, data: { state: 'queued' }, previousData: email },
      {
        onSuccess: () => notify(`On its way to ${email.toEmail}`),
        onError: (error) => notify(error.message, { type: 'error' }),
      },
    );
  return (
    <Button variant="contained" startIcon={<Replay />} disabled={isPending} onClick={send}>
      Send again
    </Button>
  );
};
