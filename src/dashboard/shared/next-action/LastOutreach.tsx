import { Typography } from '@mui/material';
import { lastOutreach, outreachLabel, type Tried } from '../../../journey/outreach.ts';
import { Ago } from '../format/Ago.tsx';

/** What we did last since the customer's last signal, or that nobody answered our last call. */
export const LastOutreach = ({ tried }: { tried: Tried }) => {
  const last = lastOutreach(tried);
  const { unanswered } = tried;
  if (unanswered && (!last || last.at < unanswered))
    return <Line label="Called, no answer" at={unanswered} />;
  return last && <Line label={outreachLabel(last.outreach)} at={last.at} />;
};

const Line = ({ label, at }: { label: string; at: string }) => (
  <Typography variant="body2" color="textSecondary" component="div" sx={{ ml: 'auto' }}>
    {label} <Ago at={at} suffix=" ago" />
  </Typography>
);
