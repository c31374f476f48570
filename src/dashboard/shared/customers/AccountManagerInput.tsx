import { ReferenceInput, SelectInput } from 'react-admin';

const byName = { field: 'name', order: 'ASC' } as const;

/** Chooses a colleague as the account manager, or nobody: then a customer with a known owner in Codat follows them. */
export const AccountManagerInput = ({ followsCodat = false }: { followsCodat?: boolean }) => (
  <ReferenceInput source="accountManagerId" reference="users" perPage={100} sort={byName}>
    <SelectInput
      label="Account manager"
      emptyText={followsCodat ? 'Follow the owner in Codat' : 'No account manager'}
      helperText={
        followsCodat && 'Someone chosen here stays, even when the owner changes in Codat.'
      }
    />
  </ReferenceInput>
);
