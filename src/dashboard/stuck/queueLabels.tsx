import { REASONS } from '../../journey/failure-reasons.ts';
import { STAGE_LABELS } from '../../journey/stages.ts';
import { STUCK_RULES } from '../../journey/stuck.ts';
import { PRIORITY_LABELS } from '../shared/journey/labels.ts';
import { type FilterLabels, labelled } from '../shared/list/FilterChips.tsx';
import { PersonName } from '../shared/people/PersonName.tsx';
import { SoftwareName } from '../shared/SoftwareName.tsx';

const STUCK_LABELS = Object.fromEntries(STUCK_RULES.map(({ reason, label }) => [reason, label]));
const FAILURE_LABELS = Object.fromEntries(
  Object.entries(REASONS).map(([reason, { label }]) => [reason, label]),
);

/** The queue’s filters as chips. */
export const queueLabels: FilterLabels = {
  q: { label: 'Search' },
  priority: { label: 'Priority', show: labelled(PRIORITY_LABELS) },
  stuckReason: { label: 'Stuck reason', show: labelled(STUCK_LABELS) },
  failureReason: { label: 'Failure reason', show: labelled(FAILURE_LABELS) },
  stage: { label: 'Stuck at', show: labelled(STAGE_LABELS) },
  labels: { label: 'Tag' },
  software: { label: 'Software', show: (id) => <SoftwareName id={id} /> },
  assigneeId: { label: 'Assignee', show: (id) => <PersonName id={id} /> },
  accountManagerId: { label: 'Account manager', show: (id) => <PersonName id={id} /> },
};
