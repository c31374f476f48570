import { ReferenceInput, SelectInput } from 'react-admin';
import { personLabel } from '../personLabel.ts';

const byName = { field: 'name', order: 'ASC' } as const;
const ACTIVE = { active: true };

/** Chooses a colleague as the account manager, or nobody. Someone who has left shows only where they still are. */
export const AccountManagerInput = () => (
  <ReferenceInput
    source="accountManagerId"
    reference="users"
    perPage={500}
    sort={byName}
    filter={ACTIVE}
  >
    <SelectInput
      optionText={personLabel}
      label="Account manager"
      emptyText="No account manager"
      helperText={false}
    />
  </ReferenceInput>
);
