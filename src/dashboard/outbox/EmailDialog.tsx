import Send from '@mui/icons-material/Send';
import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Skeleton,
} from '@mui/material';
import { useGetOne } from 'react-admin';
import type { EmailRecord } from '../../api/resources/emails.ts';
import { CustomerLink } from '../customers/CustomerLink.tsx';
import { EmailPreview } from '../emails/EmailPreview.tsx';
import { EmailFacts } from './EmailFacts.tsx';
import { useEmailContent } from './useEmailContent.ts';
import { useSendAgain } from './useSendAgain.ts';

const TITLE = 'email-title';

type Props = { id: string; onClose: () => void };

/** An e-mail as it was written: whom it goes to, what became of it, and what the recipient reads. */
export const EmailDialog = ({ id, onClose }: Props) => {
  const { data: email, error } = useGetOne<EmailRecord>('emails', { id }, { retry: false });
  return (
    <Dialog open onClose={onClose} aria-labelledby={TITLE} fullWidth maxWidth="md">
      <DialogTitle id={TITLE}>
        E-mail{email && ' to '}
        {email && <CustomerLink id={email.customerId} />}
      </DialogTitle>
      {email ? (
        <Known email={email} onClose={onClose} />
      ) : (
        <DialogContent>
          {error ? <Alert severity="error">{error.message}</Alert> : <Skeleton height={360} />}
        </DialogContent>
      )}
    </Dialog>
  );
};

const SEND: Partial<Record<EmailRecord['state'], string>> = {
  failed: 'Send again',
  kept: 'Send now',
};

const Known = ({ email, onClose }: { email: EmailRecord; onClose: () => void }) => {
  const content = useEmailContent(email);
  const { sendAgain, isPending, refusal } = useSendAgain(email);
  const label = SEND[email.state];
  return (
    <>
      <DialogContent sx={{ display: 'grid', gap: 2, alignContent: 'start' }}>
        {refusal && <Alert severity="warning">{refusal}</Alert>}
        <EmailFacts email={email} />
        <EmailPreview {...content} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Close</Button>
        {label && (
          <Button variant="contained" startIcon={<Send />} disabled={isPending} onClick={sendAgain}>
            {label}
          </Button>
        )}
      </DialogActions>
    </>
  );
};
