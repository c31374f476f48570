import { STAGE_LABELS } from '../../journey/stages.ts';
import { PRIORITY_LABELS } from '../shared/journey/labels.ts';
import { type FilterLabels, labelled } from '../shared/list/FilterChips.tsx';
import { PersonName } from '../shared/people/PersonName.tsx';
import { SoftwareName } from '../shared/SoftwareName.tsx';

/** The queue’s filters as chips. */
export const queueLabels: FilterLabels = {
  q: { label: 'Search' },
  priority: { label: 'Priority', show: labelled(PRIORITY_LABELS) },
  stage: { label: 'Stuck at', show: labelled(STAGE_LABELS) },
  labels: { label: 'Tag' },
  software: { label: 'Software', show: (id) => <SoftwareName id={id} /> },
  assigneeId: { label: 'Assignee', show: (id) => <PersonName id={id} /> },
  accountManagerId: { label: 'Account manager', show: (id) => <PersonName id={id} /> },
};
