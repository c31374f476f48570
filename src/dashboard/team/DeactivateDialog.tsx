import { DialogContentText } from '@mui/material';
import { useState } from 'react';
import { useGetList, useNotify, useUpdate } from 'react-admin';
import type { UserRecord } from '../../api/users/resource.ts';
import type { Workload } from '../../api/users/routes.ts';
import { DialogForm } from '../shared/dialogs/DialogForm.tsx';
import { counted } from '../shared/format/counted.ts';
import { SelectField } from '../shared/sending/SelectField.tsx';

/** No user’s id. A select shows no label for an empty value. */
const NOBODY = 'nobody';

type Props = {
  person: UserRecord;
  /** Undefined until known. */
  workload: Omit<Workload, 'id'> | undefined;
  onClose: () => void;
};

/** “12 cases and 45 customers”; empty if there are none. */
const amountOf = ({ cases, portfolio }: Omit<Workload, 'id'>): string =>
  [
    cases > 0 && counted(cases, 'case', 'cases'),
    portfolio > 0 && counted(portfolio, 'customer', 'customers'),
  ]
    .filter(Boolean)
    .join(' and ');

/** Deactivates someone and hands over what is theirs in one step; for those who have left, hands over what still is. */
export const DeactivateDialog = ({ person, workload, onClose }: Props) => {
  const [heir, setHeir] = useState(NOBODY);
  const notify = useNotify();
  const [update] = useUpdate<UserRecord, Error>();
  const { data: people = [] } = useGetList<UserRecord>('users', {
    filter: { active: true },
    pagination: { page: 1, perPage: 500 },
    sort: { field: 'name', order: 'ASC' },
  });
  const others = people.filter(({ id }) => id !== person.id);
  const amount = workload && amountOf(workload);
  const submit = async () => {
    const data = {
      ...(person.active && { active: false }),
      handOverTo: heir === NOBODY ? null : heir,
    };
    await update('users', { id: person.id, data, previousData: person }, { returnPromise: true });
    notify(person.active ? `${person.name} deactivated` : 'Handed over');
    onClose();
  };
  return (
    <DialogForm
      title={
        <>
          {person.active ? 'Deactivate ' : 'Hand over from '}
          <bdi>{person.name}</bdi>
        </>
      }
      action={person.active ? 'Deactivate' : 'Hand over'}
      onSubmit={submit}
      onClose={onClose}
    >
      {person.active && (
        <DialogContentText sx={{ mb: 2 }}>
          They’re signed out at once and can’t sign in any more. Their name stays on what they did.
          You can reactivate them later.
        </DialogContentText>
      )}
      {amount !== '' && (
        <SelectField
          label="Hand over to"
          value={heir}
          choices={[
            { value: NOBODY, label: 'Nobody (leave unassigned)' },
            ...others.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={setHeir}
          helperText={
            amount &&
            consequence(
              amount,
              others.find(({ id }) => id === heir),
            )
          }
        />
      )}
      {amount === '' && <DialogContentText>They have no cases or customers.</DialogContentText>}
    </DialogForm>
  );
};

const consequence = (amount: string, heir: UserRecord | undefined): string =>
  heir ? `${amount} will be ${heir.name}’s.` : `${amount} will be unassigned.`;
