import Send from '@mui/icons-material/Send';
import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  LinearProgress,
} from '@mui/material';
import { useState } from 'react';
import type { BulkRow } from '../../../api/emails/bulk.ts';
import { counted } from '../format/counted.ts';
import { BulkSendTable } from './BulkSendTable.tsx';
import { SelectField } from './SelectField.tsx';
import type { BulkEmail } from './sendEmail.ts';
import { TEMPLATE_CHOICES } from './TemplateSelect.tsx';
import { useBulkSend } from './useBulkSend.tsx';

const TITLE = 'bulk-send-title';

const CHOICES = [
  { value: 'next', label: 'Recommended email for each' },
  ...TEMPLATE_CHOICES,
] as const;

type Props = { customerIds: string[]; onClose: () => void; onSent: () => void };

/** Before sending, shows which email each customer gets, and who is skipped and why. */
export const BulkSendDialog = ({ customerIds, onClose, onSent }: Props) => {
  const [template, setTemplate] = useState<BulkEmail['template']>('next');
  const { preview, send, isPending, error } = useBulkSend({ customerIds, template }, () => {
    onSent();
    onClose();
  });
  const sendable = preview.data?.filter(({ skip }) => skip === null).length ?? 0;
  return (
    <Dialog open onClose={onClose} aria-labelledby={TITLE} fullWidth maxWidth="md">
      <DialogTitle id={TITLE}>{titleOf(customerIds.length)}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 1.5, alignContent: 'start' }}>
        <SelectField
          label="Template"
          value={template}
          choices={CHOICES}
          onChange={setTemplate}
          sx={{ mt: 1 }}
        />
        {error && <Alert severity="error">{error.message}</Alert>}
        {preview.error && <Alert severity="error">{preview.error.message}</Alert>}
        {preview.isPending && <LinearProgress aria-label="Preparing…" />}
        {preview.data && <BulkSendTable rows={preview.data} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          variant="contained"
          startIcon={<Send />}
          disabled={sendable === 0}
          loading={isPending}
          loadingPosition="start"
          onClick={() => send()}
        >
          {sendLabel(sendable, preview.data)}
        </Button>
      </DialogActions>
    </Dialog>
  );
};

const titleOf = (count: number): string => `Email ${counted(count, 'customer', 'customers')}`;

const sendLabel = (sendable: number, rows: BulkRow[] | undefined): string =>
  rows && sendable > 0 ? `Send ${counted(sendable, 'email', 'emails')}` : 'Send';
