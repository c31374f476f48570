import { Box, Typography } from '@mui/material';
import type { OverviewAnswer } from '../../../api/metrics/overview.ts';
import { counted, formatNumber } from '../../../common/locale.ts';
import { groupLabel } from '../../shared/journey/labels.ts';
import { customersOf } from '../../shared/metrics/CustomersLink.tsx';
import { QueueLink } from '../../shared/metrics/QueueLink.tsx';
import type { Scope } from '../../shared/metrics/useScope.ts';

type Reason = OverviewAnswer['stuckByReason'][number];

export const keyOf = ({ stuckReason, failureReason }: Reason): string =>
  `${stuckReason} ${failureReason}`;

/** The card’s table has all of them. */
const SHOWN = 8;

/** A bar for each reason, the most frequent ones first. */
export const StuckReasons = ({ reasons, scope }: { reasons: Reason[]; scope: Scope }) => {
  const most = Math.max(...reasons.map(({ count }) => count));
  const more = reasons.length - SHOWN;
  return (
    <div>
      <Box component="ul" sx={listSx}>
        {reasons.slice(0, SHOWN).map((reason) => (
          <Row key={keyOf(reason)} reason={reason} most={most} scope={scope} />
        ))}
      </Box>
      {more > 0 && (
        <Typography variant="body2" color="textSecondary" sx={{ pt: 1 }}>
          {`${counted(more, 'more reason', 'more reasons')} in the CSV file`}
        </Typography>
      )}
    </div>
  );
};

type RowProps = { reason: Reason; most: number; scope: Scope };

const Row = ({ reason, most, scope }: RowProps) => {
  const { stuckReason, failureReason, count } = reason;
  return (
    <Box component="li" sx={rowSx}>
      <Typography variant="body2" noWrap title={groupLabel(reason)}>
        {groupLabel(reason)}
      </Typography>
      <Box aria-hidden sx={{ ...barSx, width: `${(100 * count) / most}%` }} />
      <Box sx={{ textAlign: 'right' }}>
        <QueueLink
          filter={{ ...customersOf(scope), stuckReason, ...(failureReason && { failureReason }) }}
        >
          {formatNumber(count)}
        </QueueLink>
      </Box>
    </Box>
  );
};

/** Top to bottom in two columns where there is room. */
const listSx = {
  m: 0,
  p: 0,
  listStyle: 'none',
  columnCount: { xs: 1, md: 2 },
  columnGap: 4,
} as const;

const rowSx = {
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 2fr) 40px',
  gap: 1.5,
  height: 30,
  alignItems: 'center',
  breakInside: 'avoid',
} as const;

const barSx = { height: 9, minWidth: 4, borderRadius: 99, bgcolor: 'journey.done' } as const;
