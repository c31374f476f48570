import { DialogContentText } from '@mui/material';
import { BooleanInput, required, TextInput, useCreate, useNotify, useRefresh } from 'react-admin';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import type { RaisedCaseRecord } from '../../../api/raised-cases/record.ts';
import { useCurrentCustomer } from '../customers/useCurrentCustomer.ts';
import { DialogForm } from '../dialogs/DialogForm.tsx';
import { CODAT_SUPPORT } from './codatReport.ts';
import { SendToCodat } from './SendToCodat.tsx';
import { useCodatReport } from './useCodatReport.ts';

type Values = { text: string; reference: string | null; wait: boolean };

type Props = { customer: CustomerRecord; onClose: () => void };

/** The details that Codat’s support asks for, to send to them, and the reference of their ticket, to keep. */
export const RaiseDialog = ({ customer: opened, onClose }: Props) => {
  const customer = useCurrentCustomer(opened);
  const text = useCodatReport(customer);
  const raise = useRaise(customer, onClose);
  return (
    <DialogForm
      title={
        <>
          Raise <bdi>{customer.name}</bdi> with Codat
        </>
      }
      action="Mark as raised"
      values={{ text, reference: null, wait: true }}
      onSubmit={raise}
      onClose={onClose}
      maxWidth="sm"
    >
      <DialogContentText sx={{ mb: 2 }}>
        The customer can’t fix this. Send the details to {CODAT_SUPPORT}, which answers with a
        ticket number.
      </DialogContentText>
      <TextInput
        source="text"
        label="Details"
        multiline
        minRows={6}
        maxRows={12}
        validate={required('Enter what Codat needs to know.')}
        helperText={false}
      />
      <SendToCodat companyId={customer.id} />
      <TextInput
        source="reference"
        label="Codat’s reference"
        helperText="You can add it later, once Codat has answered."
      />
      <BooleanInput
        source="wait"
        label="Wait for Codat"
        helperText="Keeps the case out of the queue until the customer does something or you resolve it."
      />
    </DialogForm>
  );
};

const useRaise = (customer: CustomerRecord, onDone: () => void) => {
  const [create] = useCreate<RaisedCaseRecord, Error>();
  const notify = useNotify();
  const refresh = useRefresh();
  return async (values: Partial<Values>) => {
    const data = { customerId: customer.id, ...values };
    await create('raised-cases', { data }, { returnPromise: true });
    onDone();
    notify(values.wait ? 'Raised with Codat, waiting for them' : 'Raised with Codat');
    refresh();
  };
};
