import { Box, useTheme } from '@mui/material';
import type { ReasonsAnswer } from '../../../api/metrics/reasons.ts';
import { formatNumber } from '../../../common/locale.ts';
import { REASONS } from '../../../journey/failure-reasons.ts';
import type { Period } from '../../../journey/metrics/period.ts';
import { CountLink } from '../../shared/metrics/CountLink.tsx';
import { useAttempted } from '../../shared/metrics/useAttempted.ts';
import { coloursOf, type Unit } from './reasons.ts';

type Props = { software: string; period: Period; reasons: ReasonsAnswer['reasons']; unit: Unit };

/** The chart’s legend, with how many failed for each reason in the whole period. Customers have a link to them. */
export const ReasonTotals = ({ software, period, reasons, unit }: Props) => {
  const attempted = useAttempted(software, period);
  const colours = coloursOf(useTheme().palette);
  return (
    <Box component="ul" sx={listSx}>
      {reasons.map(({ failureReason, customers, count, deleted }, index) => (
        <Box
          component="li"
          key={failureReason}
          sx={{ display: 'flex', gap: 0.75, alignItems: 'center' }}
        >
          <Box sx={{ ...swatchSx, bgcolor: colours[index] ?? 'text.secondary' }} />
          <span>
            {`${REASONS[failureReason].label}: `}
            {unit === 'customers' ? (
              <CountLink
                count={customers}
                deleted={deleted}
                filter={attempted('failed', [failureReason])}
              />
            ) : (
              formatNumber(count)
            )}
          </span>
        </Box>
      ))}
    </Box>
  );
};

const listSx = {
  ...{ m: 0, mt: 1, p: 0, listStyle: 'none', fontSize: 13 },
  ...{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5 },
} as const;

const swatchSx = { width: 10, height: 10, flexShrink: 0, borderRadius: '2px' } as const;
