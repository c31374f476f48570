import { Link, Typography } from '@mui/material';
import {
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
import { DialogForm } from '../dialogs/DialogForm.tsx';
import { SNOOZES } from './SnoozeButton.tsx';
import { useCurrentCustomer } from './useCurrentCustomer.ts';

const outcomes = CALL_OUTCOMES.map((id) => ({ id, name: CALL_OUTCOME_LABELS[id] }));
const followUps = SNOOZES.map(({ label, hours }) => ({ id: hours, name: `In ${label}` }));

type Call = { outcome: CallOutcome; text: string | null; followUpHours: number | null };
type Props = { customer: CustomerRecord; to?: ContactRole; onClose: () => void };

const DEFAULTS: Call = { outcome: 'reached', text: null, followUpHours: null };

/** Logs a call and its outcome, and snoozes the customer until the follow-up if one is planned. */
export const LogCallDialog = ({ customer: opened, to = 'main', onClose }: Props) => {
  const customer = useCurrentCustomer(opened);
  const contact = contactIn(customer, to);
  const log = useLogCall(customer, onClose);
  return (
    <DialogForm
      title={
        <>
          Log a call with <bdi>{contact?.name ?? customer.name}</bdi>
        </>
      }
      action="Log call"
      values={DEFAULTS}
      onSubmit={log}
      onClose={onClose}
    >
      <PhoneNumber phone={contact?.phone ?? null} />
      <RadioButtonGroupInput
        source="outcome"
        label="Outcome"
        choices={outcomes}
        helperText={false}
      />
      <TextInput source="text" label="Notes" multiline minRows={3} helperText={false} autoFocus />
      <SelectInput
        source="followUpHours"
        label="Follow up"
        choices={followUps}
        emptyText="No follow-up"
        helperText="Snoozes the case until then, or until the customer does something."
      />
    </DialogForm>
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
  return async ({ outcome, text, followUpHours }: Partial<Call>) => {
    const data = { customerId: customer.id, kind: 'call', outcome, text: text ?? '' };
    try {
      await dataProvider.create<NoteRecord>('notes', { data });
      // The call is kept, even when the snooze below fails.
      onDone();
      if (followUpHours) {
        const snoozedUntil = addHours(toInstant(Date.now()), followUpHours);
        const params = { id: customer.id, data: { snoozedUntil }, previousData: customer };
        await dataProvider.update<CustomerRecord>('customers', params);
      }
      notify('Call logged');
    } finally {
      refresh();
    }
  };
};
