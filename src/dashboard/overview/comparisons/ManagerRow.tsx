import { Box } from '@mui/material';
import type { ManagerNumbers, ManagersAnswer } from '../../../api/metrics/managers.ts';
import { counted, formatNumber } from '../../../common/locale.ts';
import { Interval } from '../../shared/figures/Interval.tsx';
import { intervalLabel, percent } from '../../shared/figures/labels.ts';
import { CustomersLink } from '../../shared/metrics/CustomersLink.tsx';
import { Pill } from '../../shared/Pill.tsx';
import { nameOf, verdictOf } from './managers.ts';

type Props = {
  manager: ManagerNumbers;
  /** The share of all, to compare with. */
  against: number | null;
  ripe: ManagersAnswer['ripe'];
  software: string | null;
};

/** The standardized share of an account manager’s customers who connected, with the unadjusted one in grey. */
export const ManagerRow = ({ manager, against, ripe, software }: Props) => {
  const { id, raw, deleted, standardized, clear, difference } = manager;
  const shown = !raw.tooFew && standardized.share !== null;
  const share = shown ? standardized.share : null;
  return (
    <Box component="li" sx={rowSx}>
      <Box sx={{ gridArea: 'name', overflowWrap: 'anywhere' }}>{nameOf(manager)}</Box>
      <Box sx={{ gridArea: 'bar' }}>
        <Interval
          label={share === null ? 'Too few for a rate' : intervalLabel(standardized)}
          value={share}
          interval={share === null ? null : standardized}
          tone="plain"
          against={against}
        />
      </Box>
      <Box sx={{ gridArea: 'share', textAlign: 'right', whiteSpace: 'nowrap' }}>
        {share === null ? (
          <Box component="span" sx={{ color: 'text.secondary' }}>
            too few
          </Box>
        ) : (
          <b>{percent(share)}</b>
        )}
      </Box>
      <Box sx={{ gridArea: 'raw', typography: 'body2', color: 'text.secondary' }}>
        {`Unadjusted: ${raw.rate !== null && !raw.tooFew ? `${percent(raw.rate)}, ` : ''}${formatNumber(raw.count)} of `}
        <CustomersLink
          filter={{
            accountManagerId: id,
            cohort: {
              ...ripe,
              which: 'counted',
              kind: 'first',
              each: 'company',
              ...(software && { software }),
            },
          }}
        >
          {counted(raw.of, 'customer', 'customers')}
        </CustomersLink>
        {deleted > 0 && `, ${formatNumber(deleted)} deleted since`}
      </Box>
      {clear && difference && (
        <Box sx={{ gridArea: 'clear', textAlign: 'right' }}>
          <Pill tone={difference.share > 0 ? 'good' : 'warn'}>{verdictOf(manager)}</Pill>
        </Box>
      )}
    </Box>
  );
};

const rowSx = {
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr) auto', sm: 'minmax(0, 5fr) minmax(0, 4fr) 56px' },
  gridTemplateAreas: {
    xs: '"name share" "bar bar" "raw clear"',
    sm: '"name bar share" "raw clear clear"',
  },
  columnGap: 1.5,
  rowGap: 0.5,
  alignItems: 'center',
} as const;
