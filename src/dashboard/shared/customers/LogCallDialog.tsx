import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Link,
  Typography,
} from '@mui/material';
import { useId } from 'react';
import {
  Form,
  RadioButtonGroupInput,
  SelectInput,
  TextInput,
  useCreate,
  useNotify,
  useRefresh,
  useUpdate,
} from 'react-admin';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import type { NoteRecord } from '../../../api/notes/resource.ts';
import { type ContactRole, contactIn, dialing } from '../../../journey/contacts.ts';
import { addHours, toInstant } from '../../../journey/instant.ts';
import { CALL_OUTCOME_LABELS, CALL_OUTCOMES, type CallOutcome } from '../../../journey/outreach.ts';
import { SNOOZES } from './snoozes.ts';

const outcomes = CALL_OUTCOMES.map((id) => ({ id, name: CALL_OUTCOME_LABELS[id] }));
const pauses = SNOOZES.map(({ label, hours }) => ({ id: hours, name: `In ${label}` }));

type Call = { outcome: CallOutcome; text: string | null; tryAgainHours: number | null };
type Props = { customer: CustomerRecord; to?: ContactRole; onClose: () => void };

/** Writes down what came of a call; the customer may be snoozed until it is time for the next. */
export const LogCallDialog = ({ customer, to = 'main', onClose }: Props) => {
  const contact = contactIn(customer, to);
  const title = useId();
  const { log, isPending } = useLogCall(customer, onClose);
  return (
    <Dialog open onClose={onClose} aria-labelledby={title} fullWidth maxWidth="xs">
      <Form<Call>
        onSubmit={log}
        defaultValues={{ outcome: 'reached', text: null, tryAgainHours: null }}
      >
        <DialogTitle id={title} sx={{ overflowWrap: 'anywhere' }}>
          Call with <bdi>{contact?.name ?? customer.name}</bdi>
        </DialogTitle>
        <DialogContent>
          <TelephoneNumber phone={contact?.phone ?? null} />
          <RadioButtonGroupInput
            source="outcome"
            label="What came of it?"
            choices={outcomes}
            helperText={false}
          />
          <TextInput
            source="text"
            label="What was said?"
            multiline
            minRows={3}
            helperText={false}
            autoFocus
          />
          <SelectInput
            source="tryAgainHours"
            label="Try again"
            choices={pauses}
            emptyText="Not planned"
            helperText="Until then they are snoozed; any sign of life brings them back."
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="contained" disabled={isPending}>
            Log call
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
};

const TelephoneNumber = ({ phone }: { phone: string | null }) => (
  <Typography color="textSecondary" sx={{ mb: 1.5 }}>
    {phone ? (
      <Link href={dialing(phone)}>{phone}</Link>
    ) : (
      'No telephone number is known. Add it to the contacts once you have it.'
    )}
  </Typography>
);

const useLogCall = (customer: CustomerRecord, onDone: () => void) => {
  const [create, { isPending }] = useCreate<NoteRecord>();
  const [update] = useUpdate<CustomerRecord>();
  const notify = useNotify();
  const refresh = useRefresh();
  const log = async ({ outcome, text, tryAgainHours }: Call) => {
    const data = { customerId: customer.id, kind: 'call' as const, outcome, text: text ?? '' };
    try {
      await create('notes', { data }, { returnPromise: true });
      onDone();
      if (tryAgainHours) {
        const snoozedUntil = addHours(toInstant(Date.now()), tryAgainHours);
        const params = { id: customer.id, data: { snoozedUntil }, previousData: customer };
        await update('customers', params, { returnPromise: true });
      }
      notify('The call is on the timeline');
    } catch (error) {
      notify((error as Error).message, { type: 'error' });
    }
    refresh();
  };
  // The form holds just these fields, whatever react-admin’s type for all forms says.
  return { log: (fields: object) => log(fields as Call), isPending };
};
