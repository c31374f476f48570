import Send from '@mui/icons-material/Send';
import { Alert, Button, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material';
import { useState } from 'react';
import { useDebouncedEvent } from 'react-admin';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import type { ContactRole } from '../../../journey/contacts.ts';
import type { EmailTemplate } from '../../../journey/outreach.ts';
import { useCurrentCustomer } from '../customers/useCurrentCustomer.ts';
import { DialogWithText } from '../dialogs/DialogWithText.tsx';
import { EmailPreview } from './EmailPreview.tsx';
import { RecipientSelect } from './RecipientSelect.tsx';
import { TemplateSelect } from './TemplateSelect.tsx';
import { useEmailPreview } from './useEmailPreview.ts';
import { useSendEmail } from './useSendEmail.ts';

const TITLE = 'send-email-title';

const noteOf = (note: string) => (note.trim() ? { note } : {});

type Props = {
  customer: CustomerRecord;
  template: EmailTemplate;
  to: ContactRole;
  /** The personal note to start with. */
  note?: string | undefined;
  onClose: () => void;
};

/** Previews an email exactly as it will be sent, with an optional personal note, and sends it. */
export const SendEmailDialog = ({ onClose, ...initial }: Props) => {
  const customer = useCurrentCustomer(initial.customer);
  const [template, setTemplate] = useState(initial.template);
  const [to, setTo] = useState(initial.to);
  const [note, setNote] = useState(initial.note ?? '');
  const [settledNote, setSettledNote] = useState(note);
  const settle = useDebouncedEvent(setSettledNote, 300);
  const email = { customerId: customer.id, template, to };
  const preview = useEmailPreview({ ...email, ...noteOf(settledNote) }, customer);
  const { send, isPending, refusal, failure } = useSendEmail(onClose);
  const obstacle = preview.data?.obstacle ?? null;
  const blocked = !preview.data || obstacle === 'no_email' || obstacle === 'gone';
  const warning = refusal ?? (obstacle === 'no_email' ? null : preview.data?.problem);
  return (
    <DialogWithText onClose={onClose} aria-labelledby={TITLE} fullWidth maxWidth="md">
      <DialogTitle id={TITLE}>
        Email <bdi>{customer.name}</bdi>
      </DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 1.5, alignContent: 'start' }}>
        <TemplateSelect value={template} onChange={setTemplate} />
        <RecipientSelect customer={customer} value={to} onChange={setTo} />
        <TextField
          label="Add a personal note (optional)"
          value={note}
          onChange={({ target }) => {
            setNote(target.value);
            settle(target.value);
          }}
          multiline
          minRows={2}
          margin="none"
        />
        {failure && <Alert severity="error">{failure}</Alert>}
        {warning && <Alert severity="warning">{warning}</Alert>}
        <EmailPreview {...preview} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          variant="contained"
          startIcon={<Send />}
          disabled={blocked}
          loading={isPending}
          loadingPosition="start"
          onClick={() =>
            send({ ...email, ...noteOf(note), ...(warning && { force: true as const }) })
          }
        >
          {warning ? 'Send anyway' : 'Send'}
        </Button>
      </DialogActions>
    </DialogWithText>
  );
};
