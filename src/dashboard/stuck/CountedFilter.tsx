import Cancel from '@mui/icons-material/Cancel';
import { Box, IconButton } from '@mui/material';
import { visuallyHidden } from '@mui/utils';
import type { ReactNode } from 'react';
import { FilterListItem, useListFilterContext } from 'react-admin';
import { formatNumber } from '../../common/locale.ts';
import type { Narrowing } from './useQueueGroups.ts';

type Props = { label: ReactNode; value: Narrowing; count: number | undefined };

/**
 * A filter of the queue with the number of its customers that match. Stays when there are none, so that the filters
 * below don’t move as others are set.
 */
export const CountedFilter = ({ label, value, count }: Props) => {
  const { filterValues } = useListFilterContext();
  const isSet = Object.entries(value).every(([name, chosen]) => filterValues[name] === chosen);
  return (
    <FilterListItem
      value={value}
      secondaryAction={isSet && <RemoveButton label={label} value={value} />}
      label={
        <Box component="span" sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
          <Box
            component="span"
            sx={{ minWidth: 0, color: count === 0 && !isSet ? 'text.secondary' : undefined }}
          >
            {label}
          </Box>
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {count !== undefined && formatNumber(count)}
          </Box>
        </Box>
      }
    />
  );
};
/** React-admin’s own has no name for screen readers. */
const RemoveButton = ({ label, value }: Pick<Props, 'label' | 'value'>) => {
  const { filterValues, setFilters } = useListFilterContext();
  const others = Object.entries(filterValues).filter(([name]) => !(name in value));
  return (
    <IconButton size="small" onClick={() => setFilters(Object.fromEntries(others))}>
      <Cancel fontSize="small" />
      <span style={visuallyHidden}>Remove filter: {label}</span>
    </IconButton>
  );
};
