import {
  DateTimeInput,
  NullableBooleanInput,
  ReferenceInput,
  SearchInput,
  SelectInput,
} from 'react-admin';
import { FAILURE_REASONS, REASONS } from '../../journey/failure-reasons.ts';
import { STAGE_LABELS, STAGES } from '../../journey/stages.ts';
import { STUCK_RULES } from '../../journey/stuck.ts';
import { CLOSE_REASON_CHOICES } from '../shared/journey/labels.ts';
import { TagFilterInput } from './TagFilterInput.tsx';

const stages = STAGES.map((id) => ({ id, name: STAGE_LABELS[id] }));
const reasons = STUCK_RULES.map(({ reason, label }) => ({ id: reason, name: label }));
const failures = FAILURE_REASONS.map((id) => ({ id, name: REASONS[id].label }));
const standings = [
  { id: 'moving', name: 'In progress' },
  { id: 'stuck', name: 'Stuck' },
  { id: 'snoozed', name: 'Snoozed or waiting' },
  { id: 'closed', name: 'Closed' },
];
const byName = { field: 'name', order: 'ASC' } as const;

export const customerFilters = [
  <SearchInput key="q" source="q" placeholder="Name, contact, email, phone or ID" alwaysOn />,
  <SelectInput key="stage" source="stage" choices={stages} />,
  <SelectInput key="furthestStage" source="furthestStage" choices={stages} />,
  <SelectInput key="standing" source="standing" label="Status" choices={standings} />,
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
  <TagFilterInput key="labels" source="labels" label="Tag" />,
  <NullableBooleanInput key="stuck" source="stuck" />,
  <SelectInput key="stuckReason" source="stuckReason" choices={reasons} />,
  <SelectInput key="failureReason" source="failureReason" choices={failures} />,
  <NullableBooleanInput key="connected" source="connected" />,
  <NullableBooleanInput key="closed" source="closed" />,
  <SelectInput
    key="closedReason"
    source="closedReason"
    label="Close reason"
    choices={CLOSE_REASON_CHOICES}
  />,
  <DateTimeInput key="invitedFrom" source="enteredAt_gte" label="Invited from" />,
  <DateTimeInput key="invitedBefore" source="enteredAt_lt" label="Invited before" />,
  <DateTimeInput key="approvedFrom" source="authorizedAt_gte" label="Connected from" />,
  <DateTimeInput key="approvedBefore" source="authorizedAt_lt" label="Connected before" />,
];
