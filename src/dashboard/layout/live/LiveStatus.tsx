import { Box } from '@mui/material';
import { useLive } from './useLive.ts';

/** There is no room for the word on a small screen; those who can't see the dot still hear it. */
const heardOnlySx = {
  clip: { xs: 'rect(0 0 0 0)', sm: 'auto' },
  position: { xs: 'absolute', sm: 'static' },
} as const;

/** Whether the page follows what happens. */
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
          bgcolor: live ? 'success.main' : 'warning.main',
        }}
      />
      {live ? (
        <Box component="span" sx={heardOnlySx}>
          Live
        </Box>
      ) : (
        'Reconnecting …'
      )}
    </Box>
  );
};
