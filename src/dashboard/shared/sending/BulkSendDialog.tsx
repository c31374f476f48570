import Send from '@mui/icons-material/Send';
import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  LinearProgress,
  MenuItem,
  TextField,
} from '@mui/material';
import { useState } from 'react';
import type { BulkRow } from '../../../api/emails/bulk.ts';
import { EMAIL_TEMPLATE_FACTS, EMAIL_TEMPLATES } from '../../../journey/outreach.ts';
import { BulkSendTable } from './BulkSendTable.tsx';
import type { BulkLetter } from './sendEmail.ts';
import { useBulkSend } from './useBulkSend.ts';

const TITLE = 'bulk-send-title';

type Props = { customerIds: string[]; onClose: () => void };

/** Shows who of many customers gets which e-mail, and who is left out and why, before any is sent. */
export const BulkSendDialog = ({ customerIds, onClose }: Props) => {
  const [template, setTemplate] = useState<BulkLetter['template']>('next');
  const { preview, send, isPending } = useBulkSend({ customerIds, template }, onClose);
  const sendable = preview.data?.filter(({ skip }) => skip === null).length ?? 0;
  return (
    <Dialog open onClose={onClose} aria-labelledby={TITLE} fullWidth maxWidth="md">
      <DialogTitle id={TITLE}>{titleOf(customerIds.length)}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 1.5, alignContent: 'start' }}>
        <TextField
          select
          label="E-mail"
          value={template}
          onChange={({ target }) => setTemplate(target.value as BulkLetter['template'])}
          margin="none"
          sx={{ mt: 1 }}
        >
          <MenuItem value="next">Whatever helps each of them best</MenuItem>
          {EMAIL_TEMPLATES.map((one) => (
            <MenuItem key={one} value={one}>
              {EMAIL_TEMPLATE_FACTS[one].label}
            </MenuItem>
          ))}
        </TextField>
        {preview.error && <Alert severity="error">{preview.error.message}</Alert>}
        {preview.isPending && <LinearProgress aria-label="Finding out who gets what" />}
        {preview.data && <BulkSendTable rows={preview.data} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          variant="contained"
          startIcon={<Send />}
          disabled={isPending || sendable === 0}
          onClick={() => send()}
        >
          {sendLabel(sendable, preview.data)}
        </Button>
      </DialogActions>
    </Dialog>
  );
};

const titleOf = (count: number): string =>
  count === 1 ? 'Write to 1 customer' : `Write to ${count} customers`;

const sendLabel = (sendable: number, rows: BulkRow[] | undefined): string => {
  if (!rows) return 'Send';
  return sendable === 1 ? 'Send 1 e-mail' : `Send ${sendable} e-mails`;
};
