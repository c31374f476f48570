import { Box, Typography } from '@mui/material';
import type { ObservedRecord } from '../../api/stuck-rules/schemas.ts';
import { rangeLabel, sampleLabel, timeLabel } from './labels.ts';

type Props = { observed: ObservedRecord; workingTime: boolean; title?: string };

/** How long journeys took to go on: a median and a 90th percentile with its interval, and of how many. */
export const Times = ({ observed, workingTime, title }: Props) => (
  <Box>
    {title && <Typography sx={{ mt: 0.5 }}>{title}</Typography>}
    <Typography>{figuresOf(observed, workingTime)}</Typography>
    {observed.p90 !== null && (
      <Typography variant="body2" color="textSecondary">
        {`95% interval ${rangeLabel(observed.p90Interval, workingTime)}`}
      </Typography>
    )}
    <Typography variant="body2" color="textSecondary">
      {sampleLabel(observed)}
    </Typography>
  </Box>
);

const figuresOf = (
  { median, p90, tooFew, of, open, enough }: ObservedRecord,
  workingTime: boolean,
): string => {
  if (tooFew) return `Too few to tell: ${of - open} of ${enough}`;
  if (median === null) return 'More than half never go on';
  const half = `Half within ${timeLabel(median, workingTime)}`;
  return p90 === null
    ? `${half}, more than 10% never go on`
    : `${half}, 90% within ${timeLabel(p90, workingTime)}`;
};
