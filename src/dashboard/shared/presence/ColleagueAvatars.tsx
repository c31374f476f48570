import { Box } from '@mui/material';
import { PersonAvatar } from '../people/PersonAvatar.tsx';
import { DOES } from './does.ts';
import { useListColleagues } from './useColleagues.tsx';

const MOST = 3;

const smallSx = { width: 18, height: 18, fontSize: 9 };
/** The tooltip says the same in words. */
export const workingSx = { ...smallSx, bgcolor: 'warning.main', color: 'background.paper' };

/** Who is at the customer of a row, small enough to fit into a line of text. */
export const ColleagueAvatars = ({ customerId }: { customerId: string }) => {
  const colleagues = useListColleagues(customerId);
  if (colleagues.length === 0) return null;
  return (
    // Not higher than the line, or else it would move the rows below.
    <Box component="span" sx={{ display: 'inline-flex', gap: 0.5, mr: 0.75, verticalAlign: 'top' }}>
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
