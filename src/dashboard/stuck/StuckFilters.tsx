import { Box } from '@mui/material';
import { FilterList, FilterLiveSearch, useGetList } from 'react-admin';
import type { CustomerRecord } from '../../api/resources/customers.ts';
import type { SoftwareRecord } from '../../api/resources/software.ts';
import { STAGE_LABELS } from '../../journey/stages.ts';
import { PRIORITIES } from '../../journey/stuck.ts';
import { CountedFilter } from './CountedFilter.tsx';

const PRIORITY_LABELS = { high: 'High', medium: 'Medium', low: 'Low' } as const;

/** The stages at which a journey can be stuck. */
const STOPS: CustomerRecord['stage'][] = [
  'created',
  'invited',
  'opened',
  'selected',
  'initiated',
  'authorized',
  'completed',
];

/** The filters beside the queue, each with the number of customers behind it. */
export const StuckFilters = () => (
  <Box sx={{ width: { lg: 158 }, flexShrink: 0, display: { xs: 'none', lg: 'block' } }}>
    <FilterLiveSearch source="q" label="Filter" hiddenLabel={false} />
    <FilterList label="Priority" icon={null}>
      {PRIORITIES.map((priority) => (
        <CountedFilter key={priority} label={PRIORITY_LABELS[priority]} value={{ priority }} />
      ))}
    </FilterList>
    <FilterList label="Stopped at" icon={null}>
      {STOPS.map((stage) => (
        <CountedFilter key={stage} label={STAGE_LABELS[stage]} value={{ stage }} />
      ))}
    </FilterList>
    <SoftwareFilters />
  </Box>
);

const SoftwareFilters = () => {
  const { data } = useGetList<SoftwareRecord>('software', {
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'name', order: 'ASC' },
  });
  return (
    <FilterList label="Software" icon={null}>
      {data?.map(({ id, name }) => (
        <CountedFilter key={id} label={name} value={{ software: id }} />
      ))}
    </FilterList>
  );
};
