import { Box } from '@mui/material';
import { useListContext } from 'react-admin';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { PersonAvatar } from '../people/PersonAvatar.tsx';
import { DOES } from './does.ts';
import { useColleagues } from './useColleagues.ts';

const MOST = 3;

const smallSx = { width: 16, height: 16, fontSize: 8 };
/** A ring, so that it shows without the tooltip. */
const workingSx = { ...smallSx, outline: 2, outlineColor: 'warning.main', outlineOffset: 1 };

/** Who is at the customer of a row, small enough to fit into a line of text. */
export const ColleagueAvatars = ({ customerId }: { customerId: string }) => {
  const { data: rows = [] } = useListContext<CustomerRecord>();
  const colleagues = useColleagues(
    customerId,
    rows.map(({ id }) => id),
  );
  if (colleagues.length === 0) return null;
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 0.75, mr: 1, verticalAlign: '-3px' }}>
      {colleagues.slice(0, MOST).map(({ userId, kind }) => (
        <PersonAvatar
          key={userId}
          id={userId}
          does={DOES[kind]}
          sx={kind === 'working' ? workingSx : smallSx}
        />
      ))}
    </Box>
  );
};
