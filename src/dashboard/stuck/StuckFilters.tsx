import { Box } from '@mui/material';
import { FilterList, FilterLiveSearch } from 'react-admin';
import type { CustomerRecord } from '../../api/customers/resource.ts';
import { STAGE_LABELS } from '../../journey/stages.ts';
import { PRIORITIES } from '../../journey/stuck.ts';
import { PRIORITY_LABELS } from '../shared/journey/labels.ts';
import { CountedFilter } from './CountedFilter.tsx';
import { useQueueGroups } from './useQueueCount.ts';

/** The stages at which a journey can be stuck. */
const STAGES: CustomerRecord['stage'][] = [
  'created',
  'invited',
  'opened',
  'selected',
  'initiated',
  'authorized',
  'completed',
];

/** The filters beside the queue, where there is room for them. */
export const FilterColumn = () => (
  <Box
    sx={{ width: 158, flexShrink: 0, display: { xs: 'none', lg: 'block' }, displayPrint: 'none' }}
  >
    <StuckFilters />
  </Box>
);

/** The queue’s filters, each with the number of customers that match. */
export const StuckFilters = () => (
  <>
    <FilterLiveSearch source="q" label="Search queue" hiddenLabel={false} />
    <FilterList label="Priority" icon={null}>
      {PRIORITIES.map((priority) => (
        <CountedFilter key={priority} label={PRIORITY_LABELS[priority]} value={{ priority }} />
      ))}
    </FilterList>
    <FilterList label="Stuck at" icon={null}>
      {STAGES.map((stage) => (
        <CountedFilter key={stage} label={STAGE_LABELS[stage]} value={{ stage }} />
      ))}
    </FilterList>
    <SoftwareFilters />
  </>
);

const SoftwareFilters = () => {
  const groups = useQueueGroups() ?? [];
  const names = new Map(groups.map(({ software, softwareName }) => [software, softwareName]));
  return (
    <FilterList label="Software" icon={null}>
      {[...names].map(
        ([software, name]) =>
          software && (
            <CountedFilter key={software} label={name ?? software} value={{ software }} />
          ),
      )}
    </FilterList>
  );
};
