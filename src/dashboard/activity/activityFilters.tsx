import {
  AutocompleteInput,
  DateInput,
  ReferenceInput,
  SearchInput,
  SelectInput,
} from 'react-admin';
import { ACTION_LABELS, ACTOR_LABELS, RESOURCE_LABELS } from '../shared/activity/labels.ts';
import { endOfDay, startOfDay } from '../shared/format/days.ts';

const choicesOf = (labels: Record<string, string>) =>
  Object.entries(labels).map(([id, name]) => ({ id, name }));

const byName = { field: 'name', order: 'ASC' } as const;
const matching = (q: string) => ({ q });

export const activityFilters = [
  <SearchInput key="q" source="q" alwaysOn placeholder="Person, customer, address or ID" />,
  <ReferenceInput
    key="person"
    source="actorId"
    reference="users"
    perPage={100}
    sort={byName}
    alwaysOn
  >
    <SelectInput label="Person" />
  </ReferenceInput>,
  <SelectInput
    key="resource"
    source="resource"
    label="About"
    choices={choicesOf(RESOURCE_LABELS)}
    alwaysOn
  />,
  <SelectInput
    key="action"
    source="action"
    label="Action"
    choices={choicesOf(ACTION_LABELS)}
    alwaysOn
  />,
  <SelectInput
    key="actorKind"
    source="actorKind"
    label="Done by"
    choices={choicesOf(ACTOR_LABELS)}
  />,
  <ReferenceInput key="customer" source="customerId" reference="customers" sort={byName}>
    <AutocompleteInput label="Customer" filterToQuery={matching} sx={{ minWidth: 240 }} />
  </ReferenceInput>,
  <DateInput key="from" source="at_gte" label="From" {...startOfDay} />,
  <DateInput key="to" source="at_lt" label="To" {...endOfDay} />,
];
