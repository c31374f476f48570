import { Button, DialogActions, DialogContent, DialogTitle, Link, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import {
  Form,
  RadioButtonGroupInput,
  SelectInput,
  TextInput,
  useDataProvider,
  useNotify,
  useRefresh,
} from 'react-admin';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import type { NoteRecord } from '../../../api/notes/resource.ts';
import { type ContactRole, contactIn, dialing } from '../../../journey/contacts.ts';
import { addHours, toInstant } from '../../../journey/instant.ts';
import { CALL_OUTCOME_LABELS, CALL_OUTCOMES, type CallOutcome } from '../../../journey/outreach.ts';
import { DialogWithText } from '../dialogs/DialogWithText.tsx';
import { SNOOZES } from './SnoozeButton.tsx';
import { useCurrentCustomer } from './useCurrentCustomer.ts';

const outcomes = CALL_OUTCOMES.map((id) => ({ id, name: CALL_OUTCOME_LABELS[id] }));
const followUps = SNOOZES.map(({ label, hours }) => ({ id: hours, name: `In ${label}` }));

type Call = { outcome: CallOutcome; text: string | null; followUpHours: number | null };
type Props = { customer: CustomerRecord; to?: ContactRole; onClose: () => void };

/** Logs a call and its outcome, and snoozes the customer until the follow-up if one is planned. */
export const LogCallDialog = ({ customer: opened, to = 'main', onClose }: Props) => {
  const customer = useCurrentCustomer(opened);
  const contact = contactIn(customer, to);
  const title = useId();
  const { log, isPending } = useLogCall(customer, onClose);
  return (
    <DialogWithText onClose={onClose} aria-labelledby={title} fullWidth maxWidth="xs">
      <Form<Call>
        onSubmit={log}
        defaultValues={{ outcome: 'reached', text: null, followUpHours: null }}
      >
        <DialogTitle id={title} sx={{ overflowWrap: 'anywhere' }}>
          Log a call with <bdi>{contact?.name ?? customer.name}</bdi>
        </DialogTitle>
        <DialogContent>
          <PhoneNumber phone={contact?.phone ?? null} />
          <RadioButtonGroupInput
            source="outcome"
            label="Outcome"
            choices={outcomes}
            helperText={false}
          />
          <TextInput
            source="text"
            label="Notes"
            multiline
            minRows={3}
            helperText={false}
            autoFocus
          />
          <SelectInput
            source="followUpHours"
            label="Follow up"
            choices={followUps}
            emptyText="No follow-up"
            helperText="Snoozes the case until then, or until the customer does something."
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="contained" disabled={isPending}>
            Log call
          </Button>
        </DialogActions>
      </Form>
    </DialogWithText>
  );
};

const PhoneNumber = ({ phone }: { phone: string | null }) => (
  <Typography color="textSecondary" sx={{ mb: 1.5 }}>
    {phone ? (
      <Link href={dialing(phone)}>{phone}</Link>
    ) : (
      'No phone number yet. Add one under Contacts.'
    )}
  </Typography>
);

const useLogCall = (customer: CustomerRecord, onDone: () => void) => {
  const dataProvider = useDataProvider();
  const notify = useNotify();
  const refresh = useRefresh();
  const { mutate, isPending } = useMutation({
    mutationFn: async ({ outcome, text, followUpHours }: Call) => {
      const data = { customerId: customer.id, kind: 'call', outcome, text: text ?? '' };
      await dataProvider.create<NoteRecord>('notes', { data });
      // The call is kept, even when the snooze below fails.
      onDone();
      if (!followUpHours) return;
      const snoozedUntil = addHours(toInstant(Date.now()), followUpHours);
      const params = { id: customer.id, data: { snoozedUntil }, previousData: customer };
      await dataProvider.update<CustomerRecord>('customers', params);
    },
    onSuccess: () => notify('Call logged'),
    onError: (error) => notify(error.message, { type: 'error' }),
    onSettled: refresh,
  });
  // The form holds just these fields, whatever react-admin’s type for all forms says.
  return { log: (fields: object) => mutate(fields as Call), isPending };
};
