import { Box } from '@mui/material';

/** What a card’s numbers are, for those who want to know. */
export const HowCounted = ({ children }: { children: string }) => (
  <Box
    component="details"
    sx={{ mt: 1.5, fontSize: 13, color: 'text.secondary', '& summary': { cursor: 'pointer' } }}
  >
    <summary>How it’s counted</summary>
    <Box component="p" sx={{ m: 0, mt: 0.75, maxWidth: '70ch' }}>
      {children}
    </Box>
  </Box>
);
