import { NullableBooleanInput, ReferenceInput, SearchInput, SelectInput } from 'react-admin';
import { STAGE_LABELS, STAGES } from '../../journey/stages.ts';
import { STUCK_RULES } from '../../journey/stuck.ts';
import { CLOSINGS } from '../journey/words.ts';

const stages = STAGES.map((id) => ({ id, name: STAGE_LABELS[id] }));
const reasons = STUCK_RULES.map(({ reason, label }) => ({ id: reason, name: label }));
const byName = { field: 'name', order: 'ASC' } as const;

export const customerFilters = [
  <SearchInput key="q" source="q" placeholder="Name, contact, e-mail or id" alwaysOn />,
  <SelectInput key="stage" source="stage" choices={stages} />,
  <ReferenceInput key="software" source="software" reference="software" perPage={100} sort={byName}>
    <SelectInput label="Software" />
  </ReferenceInput>,
  <ReferenceInput
    key="manager"
    source="accountManagerId"
    reference="users"
    perPage={100}
    sort={byName}
  >
    <SelectInput label="Account manager" />
  </ReferenceInput>,
  <NullableBooleanInput key="stuck" source="stuck" />,
  <SelectInput key="stuckReason" source="stuckReason" choices={reasons} />,
  <NullableBooleanInput key="connected" source="connected" />,
  <NullableBooleanInput key="closed" source="closed" />,
  <SelectInput
    key="closedReason"
    source="closedReason"
    label="Closed because"
    choices={CLOSINGS}
  />,
];
