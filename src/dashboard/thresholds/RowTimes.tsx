import { Box, Skeleton, Typography } from '@mui/material';
import type { ObservedRecord } from '../../api/stuck-rules/schemas.ts';
import type { StuckReason } from '../../journey/stuck.ts';
import { rangeLabel, sampleLabel, withinLabel } from './labels.ts';
import { useRulePreview } from './useRulePreview.ts';

/** How long customers take to go on from where a rule applies. */
export const RowTimes = ({ id }: { id: StuckReason }) => {
  const { data, error } = useRulePreview(id);
  if (data)
    return (
      <Box>
        <Times observed={data.observed} />
        {data.observedOnPremise && <Times observed={data.observedOnPremise} title="On-premise" />}
      </Box>
    );
  return error ? (
    <Typography color="error">{error.message}</Typography>
  ) : (
    <Skeleton variant="rounded" width={220} height={40} />
  );
};

type Props = { observed: ObservedRecord; title?: string };

/** A median and a 90th percentile with its interval, and of how many. */
export const Times = ({ observed, title }: Props) => {
  const { of, open, tooFew, enough } = observed;
  const of90 = observed.p90 !== null && `. 95% interval ${rangeLabel(observed.p90Interval)}`;
  return (
    <Box>
      {title && <Typography variant="body2">{title}</Typography>}
      <Typography>
        {tooFew ? `Too few to tell: ${of - open} of ${enough}` : figuresOf(observed)}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {sampleLabel(observed)}
        {of90}
      </Typography>
    </Box>
  );
};

const figuresOf = ({ median, p90 }: ObservedRecord): string => {
  if (median === null) return 'More than half never go on';
  const half = withinLabel('Half', median);
  return p90 === null
    ? `${half}, more than 10% never go on`
    : `${half}, ${withinLabel('90%', p90)}`;
};
