import { Typography } from '@mui/material';
import type { Tried } from '../../../journey/outreach.ts';
import { Ago } from '../format/Ago.tsx';
import { lastOutreach } from './outreach.ts';

/** What we did last since the customer's last signal. */
export const LastOutreach = ({ tried }: { tried: Tried }) => {
  const last = lastOutreach(tried);
  if (!last) return null;
  return (
    <Typography variant="body2" color="textSecondary" component="div" sx={{ ml: 'auto' }}>
      {last.label} <Ago at={last.at} suffix=" ago" />
    </Typography>
  );
};
