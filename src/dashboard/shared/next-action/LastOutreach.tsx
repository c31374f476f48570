import { Typography } from '@mui/material';
import { EMAIL_TEMPLATE_FACTS, type Outreach, type Tried } from '../../../journey/outreach.ts';
import { Ago } from '../format/Ago.tsx';

const labelOf = (outreach: Outreach): string => {
  if (outreach === 'call') return 'Last call';
  return outreach === 'shared' ? 'Link shared' : `${EMAIL_TEMPLATE_FACTS[outreach].label} sent`;
};

/** What was done last, since the customer's last sign of life. */
export const LastOutreach = ({ tried }: { tried: Tried }) => {
  const done = Object.entries(tried) as [Outreach, string][];
  const last = done.sort(([, a], [, b]) => b.localeCompare(a))[0];
  if (!last) return null;
  return (
    <Typography variant="body2" color="textSecondary" component="div" sx={{ ml: 'auto' }}>
      {labelOf(last[0])} <Ago at={last[1]} suffix=" ago" />
    </Typography>
  );
};
