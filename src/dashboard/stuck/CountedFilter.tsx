import { Box } from '@mui/material';
import { FilterListItem, useGetList } from 'react-admin';

type Props = { label: string; value: Record<string, string> };

/** One filter of the queue with the number of stuck customers it leaves; hidden when there are none. */
export const CountedFilter = ({ label, value }: Props) => {
  const { total } = useGetList('customers', {
    filter: { stuck: true, ...value },
    pagination: { page: 1, perPage: 1 },
    sort: { field: 'id', order: 'ASC' },
  });
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
