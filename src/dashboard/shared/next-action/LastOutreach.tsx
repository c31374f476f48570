import { Typography } from '@mui/material';
import { type Tried, triedInOrder } from '../../../journey/outreach.ts';
import { Ago } from '../format/Ago.tsx';

/** What we did last since the customer's last signal, or that nobody answered our last call. */
export const LastOutreach = ({ tried }: { tried: Tried }) => {
  const [last] = triedInOrder(tried);
  return (
    last && (
      <Typography variant="body2" color="textSecondary" component="div" sx={{ ml: 'auto' }}>
        {last.label} <Ago at={last.at} suffix=" ago" />
      </Typography>
    )
  );
};
