import { Box } from '@mui/material';

/** A key as it looks on a keyboard. */
export const Keycap = ({ children }: { children: string }) => (
  <Box
    component="kbd"
    sx={{
      display: 'inline-block',
      minWidth: 24,
      px: 0.75,
      border: 1,
      borderColor: 'divider',
      borderRadius: 0.5,
      bgcolor: 'tint.neutral',
      fontFamily: 'inherit',
      fontSize: 12.5,
      textAlign: 'center',
      textTransform: 'capitalize',
    }}
  >
    {children}
  </Box>
);
