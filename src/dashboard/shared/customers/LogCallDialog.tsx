import { Link, Typography } from '@mui/material';
import { useState } from 'react';
import {
  RadioButtonGroupInput,
  TextInput,
  useDataProvider,
  useNotify,
  useRefresh,
} from 'react-admin';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import type { NoteRecord } from '../../../api/notes/resource.ts';
import { type ContactRole, contactIn, dialing } from '../../../journey/contacts.ts';
import type { PauseChange } from '../../../journey/events.ts';
import { CALL_OUTCOME_LABELS, CALL_OUTCOMES, type CallOutcome } from '../../../journey/outreach.ts';
import { DialogForm } from '../dialogs/DialogForm.tsx';
import { PauseFields } from '../pause/PauseFields.tsx';
import { changeOf, startWith } from '../pause/pauseChoice.ts';
import { useCurrentCustomer } from './useCurrentCustomer.ts';

const outcomes = CALL_OUTCOMES.map((id) => ({ id, name: CALL_OUTCOME_LABELS[id] }));

type Call = { outcome: CallOutcome; text: string | null };
type Props = { customer: CustomerRecord; to?: ContactRole; onClose: () => void };

const DEFAULTS: Call = { outcome: 'reached', text: null };

/** Logs a call and its outcome, and until when or for what the case waits. */
export const LogCallDialog = ({ customer: opened, to = 'main', onClose }: Props) => {
  const customer = useCurrentCustomer(opened);
  const contact = contactIn(customer, to);
  const [followUp, setFollowUp] = useState(() => startWith('none', null));
  const pause = changeOf(followUp, Date.now());
  const log = useLogCall(customer, pause, onClose);
  return (
    <DialogForm
      title={
        <>
          Log a call with <bdi>{contact?.name ?? customer.name}</bdi>
        </>
      }
      action="Log call"
      values={DEFAULTS}
      ready={followUp.kind === 'none' || pause !== null}
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
      <PauseFields label="Follow up" none="No follow-up" choice={followUp} onChange={setFollowUp} />
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

const useLogCall = (customer: CustomerRecord, pause: PauseChange | null, onDone: () => void) => {
  const dataProvider = useDataProvider();
  const notify = useNotify();
  const refresh = useRefresh();
  return async ({ outcome, text }: Partial<Call>) => {
    const data = { customerId: customer.id, kind: 'call', outcome, text: text ?? '' };
    try {
      await dataProvider.create<NoteRecord>('notes', { data });
      // The call is kept, even when the snooze below fails.
      onDone();
      if (pause) {
        const params = { id: customer.id, data: pause, previousData: customer };
        await dataProvider.update<CustomerRecord>('customers', params);
      }
      notify('Call logged');
    } finally {
      refresh();
    }
  };
};
