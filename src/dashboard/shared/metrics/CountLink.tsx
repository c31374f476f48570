import { Box } from '@mui/material';
import { formatNumber } from '../../../common/locale.ts';
import { type CustomersFilter, CustomersLink } from './CustomersLink.tsx';

type Props = {
  count: number;
  /** How many of them were deleted since. They are counted, but in no list. */
  deleted?: number;
  filter: CustomersFilter;
};

/** A number of customers, with a link to them. Nobody has no list. */
export const CountLink = ({ count, deleted = 0, filter }: Props) => {
  if (count === 0) return <>0</>;
  if (deleted === 0) return <CustomersLink filter={filter}>{formatNumber(count)}</CustomersLink>;
  return (
    <>
      {formatNumber(count)}
      <Box component="span" sx={{ fontSize: 13, fontWeight: 400 }}>
        {' ('}
        <CustomersLink filter={filter}>{formatNumber(count - deleted)}</CustomersLink>
        {` and ${formatNumber(deleted)} deleted)`}
      </Box>
    </>
  );
};
