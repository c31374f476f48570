import { ReferenceInput, SelectInput } from 'react-admin';

const byName = { field: 'name', order: 'ASC' } as const;

/** Chooses a colleague as the account manager, or nobody. */
export const AccountManagerInput = () => (
  <ReferenceInput source="accountManagerId" reference="users" perPage={100} sort={byName}>
    <SelectInput label="Account manager" emptyText="No account manager" helperText={false} />
  </ReferenceInput>
);
