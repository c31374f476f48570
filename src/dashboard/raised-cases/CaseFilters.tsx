import { Box } from '@mui/material';
import {
  DateTimeInput,
  ReferenceInput,
  SearchInput,
  SelectInput,
  useGetIdentity,
  useListContext,
} from 'react-admin';
import type { RaisedCaseRecord } from '../../api/raised-cases/record.ts';
import { formatNumber } from '../../common/locale.ts';
import { PillSwitch } from '../shared/PillSwitch.tsx';
import { useCount } from '../shared/useCount.ts';

export const caseFilters = [
  <SearchInput key="q" source="q" alwaysOn placeholder="Customer, reference or text" />,
  <ReferenceInput
    key="software"
    source="software"
    reference="software"
    perPage={100}
    sort={{ field: 'name', order: 'ASC' }}
    alwaysOn
  >
    <SelectInput label="Software" />
  </ReferenceInput>,
  <DateTimeInput key="before" source="raisedAt_lt" label="Raised before" />,
];

type Filter = Partial<Pick<RaisedCaseRecord, 'state' | 'raisedById'>> & Record<string, unknown>;

const ALL = 'all';

/** Filters by state, with the number of cases that each choice would list, and by who raised them. */
export const CaseSwitches = () => {
  const { filterValues, setFilters } = useListContext();
  const { identity } = useGetIdentity();
  const { state, ...anyState }: Filter = filterValues;
  const { raisedById, ...anyones }: Filter = filterValues;
  const counted = (label: string, filter: Filter) => <Counted label={label} filter={filter} />;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 0.5, mb: 1 }}>
      <PillSwitch<RaisedCaseRecord['state'] | typeof ALL>
        label="Status"
        value={state ?? ALL}
        options={{
          open: counted('Open', { ...anyState, state: 'open' }),
          resolved: counted('Resolved', { ...anyState, state: 'resolved' }),
          [ALL]: counted('All', anyState),
        }}
        onChange={(chosen) =>
          setFilters(chosen === ALL ? anyState : { ...anyState, state: chosen })
        }
      />
      {identity && (
        <PillSwitch
          label="Raised by"
          value={raisedById === identity.id ? 'me' : ALL}
          options={{ [ALL]: 'Everyone’s', me: 'Mine' }}
          onChange={(chosen) =>
            setFilters(chosen === 'me' ? { ...anyones, raisedById: identity.id } : anyones)
          }
        />
      )}
    </Box>
  );
};

const Counted = ({ label, filter }: { label: string; filter: Filter }) => {
  const count = useCount('raised-cases', filter);
  return (
    <>
      {label}
      <Box component="span" sx={{ ml: 0.75, fontWeight: 400 }}>
        {count !== undefined && formatNumber(count)}
      </Box>
    </>
  );
};
