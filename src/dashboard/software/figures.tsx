import { Box } from '@mui/material';
import type { SoftwareNumbers } from '../../api/metrics/software.ts';
import { formatNumber } from '../../common/locale.ts';
import { REASONS } from '../../journey/failure-reasons.ts';
import type { Rate } from '../../journey/metrics/rate.ts';
import { hoursLabel } from '../shared/figures/labels.ts';
import { RateText } from '../shared/figures/RateBar.tsx';
import { CustomersLink, customersOf } from '../shared/metrics/CustomersLink.tsx';
import { useScopeOf } from '../shared/metrics/useScope.ts';

/** Why attempts fail most often; empty if none failed. */
export const topReasonOf = ({ topReason }: SoftwareNumbers): string =>
  topReason ? REASONS[topReason].label : '';

/** A share of attempts. */
export const AttemptsText = ({ rate, brief = false }: { rate: Rate; brief?: boolean }) => {
  if (rate.of === 0 && brief) return <>–</>;
  if (rate.of === 0) return <Box sx={{ color: 'text.secondary' }}>No finished attempts</Box>;
  return <RateText rate={rate} />;
};

export const TimeToConnect = ({ hours }: { hours: SoftwareNumbers['hoursToConnect'] }) => {
  if (hours.median === null) return <>–</>;
  return (
    <>
      {hoursLabel(hours.median)}
      <Box component="span" sx={{ color: 'text.secondary' }}>{` (n = ${hours.sample})`}</Box>
    </>
  );
};

/** How many customers are connecting it now, with a link to them. */
export const InProgress = ({ software: { id, inProgress } }: { software: SoftwareNumbers }) => {
  const scope = useScopeOf();
  if (inProgress === 0) return <>0</>;
  const filter = { ...customersOf(scope), software: id, connected: false, closed: false };
  return <CustomersLink filter={filter}>{formatNumber(inProgress)}</CustomersLink>;
};
