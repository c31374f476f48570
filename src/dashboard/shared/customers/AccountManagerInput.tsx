import { ReferenceInput, SelectInput } from 'react-admin';
import { personLabel } from '../../../common/person-label.ts';

const byName = { field: 'name', order: 'ASC' } as const;
const ACTIVE = { active: true };

/**
 * Chooses a colleague as the account manager, or nobody: then a customer with a known owner in Codat follows them. Someone
 * who has left shows only where they still are.
 */
export const AccountManagerInput = ({ followsCodat = false }: { followsCodat?: boolean }) => (
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
      emptyText={followsCodat ? 'Follow the owner in Codat' : 'No account manager'}
      helperText={
        followsCodat && 'Someone chosen here stays, even when the owner changes in Codat.'
      }
    />
  </ReferenceInput>
);
