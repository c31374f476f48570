import { Box, type Theme } from '@mui/material';
import { visuallyHidden } from '@mui/utils';
import { exactClock } from '../../shared/format/duration.ts';
import { useLive } from './useLive.ts';

/** Small screens have no room for it, but screen readers still read it. */
const hiddenOnSmallScreens = (theme: Theme) => ({
  [theme.breakpoints.down('sm')]: visuallyHidden,
});

/** Whether the page receives live changes, or when it stopped. */
export const LiveStatus = () => {
  const live = useLive();
  if (live === undefined) return null;
  return (
    <Box
      role="status"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 0.75,
        fontSize: 13,
        color: 'text.secondary',
        whiteSpace: 'nowrap',
      }}
    >
      <Box
        aria-hidden
        sx={{
          width: 8,
          height: 8,
          borderRadius: 99,
          bgcolor: live.staleSince === null ? 'success.main' : 'warning.main',
        }}
      />
      {live.staleSince === null ? (
        <Box component="span" sx={hiddenOnSmallScreens}>
          Live
        </Box>
      ) : (
        <>
          <span>Reconnecting…</span>
          <Box component="span" sx={hiddenOnSmallScreens}>
            {`Showing data from ${exactClock(live.staleSince)}`}
          </Box>
        </>
      )}
    </Box>
  );
};
