import { Box, Button } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { FilterList, FilterLiveSearch, useListFilterContext } from 'react-admin';
import type { CustomerRecord } from '../../api/customers/resource.ts';
import { STAGE_LABELS } from '../../journey/stages.ts';
import { PRIORITIES } from '../../journey/stuck.ts';
import { PRIORITY_LABELS } from '../shared/journey/labels.ts';
import { labelled } from '../shared/list/FilterChips.tsx';
import { Later } from '../shared/pages/Later.tsx';
import { PersonName } from '../shared/people/PersonName.tsx';
import { useSoftware } from '../shared/useSoftware.tsx';
import { CountedFilter } from './CountedFilter.tsx';
import { type Narrowing, useQueueGroups } from './useQueueGroups.ts';
import type { QueueView } from './useQueueViews.ts';

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

/** How many values of a field, such as people, show at first, and at most: beside all, the other filters would be hard to find. */
const SHOWN = { first: 8, most: 20 };

type Props = { base: QueueView };

/** The filters beside the queue, where there is room for them. */
export const FilterColumn = ({ base }: Props) => (
  <Box
    sx={{ width: 158, flexShrink: 0, display: { xs: 'none', lg: 'block' }, displayPrint: 'none' }}
  >
    <Later>
      <StuckFilters base={base} />
    </Later>
  </Box>
);

/** The queue’s filters, each with the number of customers that match. */
export const StuckFilters = ({ base }: Props) => (
  <>
    <FilterLiveSearch source="q" label="Search queue" hiddenLabel={false} />
    <Filters
      base={base}
      {...{ field: 'priority', label: 'Priority', always: PRIORITIES }}
      show={labelled(PRIORITY_LABELS)}
    />
    <Filters
      base={base}
      {...{ field: 'stage', label: 'Stuck at', always: STAGES }}
      show={labelled(STAGE_LABELS)}
    />
    <Filters base={base} field="software" label="Software" show={(id) => <Software id={id} />} />
    {!('assigneeId' in base.filter) && (
      <Filters
        base={base}
        field="assigneeId"
        label="Assignee"
        show={(id) => <PersonName id={id} />}
      />
    )}
    <Filters
      base={base}
      field="accountManagerId"
      label="Account manager"
      show={(id) => <PersonName id={id} />}
    />
    <Filters base={base} field="labels" label="Tags" show={(tag) => tag} />
  </>
);

type FiltersProps = Props & {
  field: keyof Narrowing;
  label: string;
  /** The values that always show. Otherwise those that customers have. */
  always?: readonly string[];
  show: (value: string) => ReactNode;
};

const Filters = ({ base, field, label, always, show }: FiltersProps) => {
  const { filterValues } = useListFilterContext();
  const [more, setMore] = useState(false);
  const groups = useQueueGroups(field, base);
  const counts = new Map(groups.map(({ value, count }) => [value, count]));
  const known = groups.length > 0 ? 0 : undefined;
  const values = always ?? groups.map(({ value }) => value);
  if (values.length === 0) return null;
  const limit = more ? SHOWN.most : SHOWN.first;
  const shown = values.filter((value, index) => index < limit || value === filterValues[field]);
  return (
    <FilterList label={label} icon={null}>
      {shown.map((value) => (
        <CountedFilter
          key={value}
          label={show(value)}
          value={{ [field]: value }}
          count={counts.get(value) ?? known}
        />
      ))}
      {values.length > SHOWN.first && (
        <li>
          <MoreButton label={label} more={more} onClick={() => setMore(!more)} />
        </li>
      )}
    </FilterList>
  );
};

type MoreProps = { label: string; more: boolean; onClick: () => void };

/** Shows more values of a field, or fewer again. */
const MoreButton = ({ label, more, onClick }: MoreProps) => {
  const text = more ? 'Show fewer' : 'Show more';
  return (
    <Button aria-expanded={more} aria-label={`${text}: ${label}`} onClick={onClick} sx={{ ml: 2 }}>
      {text}
    </Button>
  );
};

const Software = ({ id }: { id: string }) => useSoftware(id)?.name ?? '…';
