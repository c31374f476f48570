import Cancel from '@mui/icons-material/Cancel';
import { Box, IconButton } from '@mui/material';
import { FilterListItem, useListContext } from 'react-admin';
import { formatNumber } from '../../common/locale.ts';
import { type Narrowing, useQueueCount } from './useQueueCount.ts';

type Props = { label: string; value: Narrowing };

/**
 * A filter of the queue with the number of stuck customers that match. Stays when there are none, so that the filters
 * below don’t move as others are set.
 */
export const CountedFilter = ({ label, value }: Props) => {
  const count = useQueueCount(value);
  const { filterValues } = useListContext();
  const isSet = Object.entries(value).every(([name, chosen]) => filterValues[name] === chosen);
  return (
    <FilterListItem
      value={value}
      secondaryAction={isSet && <RemoveButton label={label} value={value} />}
      label={
        <Box component="span" sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
          <Box
            component="span"
            sx={{ color: count === 0 && !isSet ? 'text.secondary' : undefined }}
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
const RemoveButton = ({ label, value }: Props) => {
  const { filterValues, setFilters } = useListContext();
  const others = Object.entries(filterValues).filter(([name]) => !(name in value));
  return (
    <IconButton
      size="small"
      aria-label={`Remove filter: ${label}`}
      onClick={() => setFilters(Object.fromEntries(others))}
    >
      <Cancel fontSize="small" />
    </IconButton>
  );
};
