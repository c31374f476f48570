import { AutocompleteInput, DateInput, ReferenceInput, SelectInput } from 'react-admin';
import { endOfDay, startOfDay } from '../shared/format/days.ts';
import { RESOURCE_LABELS } from './labels.ts';

const kinds = Object.entries(RESOURCE_LABELS).flatMap(([id, name]) => (name ? [{ id, name }] : []));
const byName = { field: 'name', order: 'ASC' } as const;
const matching = (q: string) => ({ q });

export const activityFilters = [
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
  <SelectInput key="kind" source="resource" label="Action" choices={kinds} alwaysOn />,
  <ReferenceInput key="customer" source="customerId" reference="customers" sort={byName}>
    <AutocompleteInput label="Customer" filterToQuery={matching} sx={{ minWidth: 240 }} />
  </ReferenceInput>,
  <DateInput key="from" source="at_gte" label="From" {...startOfDay} />,
  <DateInput key="to" source="at_lt" label="To" {...endOfDay} />,
];
