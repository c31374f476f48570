import { Box } from '@mui/material';
import type { ReasonsAnswer } from '../../api/metrics/reasons.ts';
import { formatNumber } from '../../common/locale.ts';
import { REASONS } from '../../journey/failure-reasons.ts';
import type { Period } from '../../journey/metrics/period.ts';
import { CountLink } from '../shared/metrics/CountLink.tsx';
import { useAttempted } from '../shared/metrics/useAttempted.ts';

type Props = { software: string; period: Period; reasons: ReasonsAnswer['reasons'] };

/** The customers for whom attempts failed in the period, by reason, with links to them. */
export const ReasonTotals = ({ software, period, reasons }: Props) => {
  const attempted = useAttempted(software, period);
  return (
    <Box component="ul" sx={listSx}>
      {reasons.map(({ failureReason, customers, deleted }) => (
        <li key={failureReason}>
          {`${REASONS[failureReason].label}: `}
          <CountLink count={customers} filter={attempted('failed', [failureReason])} />
          {deleted > 0 && ` (${formatNumber(deleted)} deleted since)`}
        </li>
      ))}
    </Box>
  );
};

const listSx = {
  ...{ m: 0, mt: 1, p: 0, listStyle: 'none', fontSize: 13, color: 'text.secondary' },
  ...{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5 },
} as const;
