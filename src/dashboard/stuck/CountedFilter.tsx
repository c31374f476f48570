import { Box } from '@mui/material';
import { FilterListItem } from 'react-admin';
import { useCount } from '../shared/useCount.ts';

type Props = { label: string; value: Record<string, string> };

/** One filter of the queue with the number of stuck customers it leaves; hidden when there are none. */
export const CountedFilter = ({ label, value }: Props) => {
  const total = useCount('customers', { stuck: true, ...value });
  if (!total) return null;
  return (
    <FilterListItem
      value={value}
      label={
        <Box component="span" sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
          {label}
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {total}
          </Box>
        </Box>
      }
    />
  );
};
