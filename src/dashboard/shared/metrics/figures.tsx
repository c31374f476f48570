import { Box } from '@mui/material';
import type { Rate, SoftwareAnswer } from '../../../api/metrics/answers.ts';
import { REASONS } from '../../../journey/failure-reasons.ts';
import { CustomersLink, customersOf } from './CustomersLink.tsx';
import { RateText } from './RateBar.tsx';
import { useScope } from './useScope.ts';
import { spanOf } from './words.ts';

export type SoftwareNumbers = SoftwareAnswer['software'][number];

/** Why its tries fail most often; empty where none failed. */
export const topReasonOf = ({ topReason }: SoftwareNumbers): string =>
  topReason ? REASONS[topReason].label : '';

/** A share of tries; where they are too few, that is said. */
export const TriesText = ({ rate }: { rate: Rate }) => {
  if (rate.of === 0) return <Box sx={{ color: 'text.secondary' }}>no try ended</Box>;
  return (
    <Box component="span">
      <RateText rate={rate} />
      {rate.tooFew && (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          , too few to tell
        </Box>
      )}
    </Box>
  );
};

export const TimeToConnect = ({ hours }: { hours: SoftwareNumbers['hoursToConnect'] }) => {
  if (hours.median === null) return <>–</>;
  return (
    <>
      {spanOf(hours.median)}
      <Box component="span" sx={{ color: 'text.secondary' }}>{` of ${hours.sample}`}</Box>
    </>
  );
};

/** How many customers are on their way with it now, with a link to them. */
export const InProgress = ({ software: { id, inProgress } }: { software: SoftwareNumbers }) => {
  const { scope } = useScope();
  if (inProgress === 0) return <>0</>;
  const filter = { ...customersOf(scope), software: id, connected: false, closed: false };
  return <CustomersLink filter={filter}>{inProgress.toLocaleString()}</CustomersLink>;
};
