import { Box } from '@mui/material';

/** The definition of a card’s numbers, folded away. */
export const HowCalculated = ({ children }: { children: string }) => (
  <Box
    component="details"
    sx={{ mt: 1.5, fontSize: 13, color: 'text.secondary', '& summary': { cursor: 'pointer' } }}
  >
    <summary>How this is calculated</summary>
    <Box component="p" sx={{ m: 0, mt: 0.75, maxWidth: '70ch' }}>
      {children}
    </Box>
  </Box>
);
