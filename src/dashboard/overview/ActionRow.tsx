import { Box, Typography } from '@mui/material';
import type { ComparedAction } from '../../api/metrics/actions.ts';
import { formatNumber } from '../../common/locale.ts';
import { stuckLabel } from '../../journey/content/reason-label.ts';
import { actionTitle } from '../../journey/spells/actions.ts';
import { DifferenceBar } from '../shared/figures/DifferenceBar.tsx';
import { FiguresTable } from '../shared/figures/FiguresTable.tsx';
import { points } from '../shared/figures/labels.ts';
import { RateText } from '../shared/figures/RateBar.tsx';
import { COMPLEXITY_LABELS } from '../shared/journey/complexity.ts';
import { PRIORITY_LABELS } from '../shared/journey/labels.ts';

const COLUMNS = ['Stuck because', 'Software', 'Priority', 'With', 'Without'];

const shareOf = ({ count, of }: { count: number; of: number }): string => `${count} of ${of}`;

const verdict = ({ low, high }: { low: number; high: number }): string => {
  if (low > 0) return 'More move on';
  return high < 0 ? 'Fewer move on' : 'No clear difference';
};

type Props = { compared: ComparedAction; scale: number };

/** One action: how many move on with it and without it, and how sure the difference is. */
export const ActionRow = ({ compared, scale }: Props) => {
  const { action, taken, notTaken, tooFew, difference, strata } = compared;
  if (tooFew)
    return (
      <Box component="li" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>
        <Box sx={{ mr: 'auto' }}>{actionTitle(action)}</Box>
        {/* Without shares, which would invite people to compare them. */}
        <Typography component="span" variant="body2" color="textSecondary">
          {`Too few yet: ${formatNumber(taken.of)} with, ${formatNumber(notTaken.of)} without`}
        </Typography>
      </Box>
    );
  return (
    <Box component="li" sx={{ display: 'grid', gap: 0.5 }}>
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: '1fr', sm: 'minmax(0, 2fr) minmax(0, 3fr) minmax(0, 3fr)' },
          gap: 1.5,
          rowGap: 0.5,
          alignItems: 'center',
        }}
      >
        <b>{actionTitle(action)}</b>
        {difference && (
          <>
            <DifferenceBar difference={difference} scale={scale} />
            <span title="95% confidence interval in brackets">
              {verdict(difference)}
              <Box component="span" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
                {` ${points(difference.difference)} (${points(difference.low)} to ${points(difference.high)})`}
              </Box>
            </span>
          </>
        )}
      </Box>
      <Typography variant="body2" component="div">
        With <RateText rate={taken} />, without <RateText rate={notTaken} />
      </Typography>
      <Box component="details" sx={{ fontSize: 13, '& summary': { cursor: 'pointer' } }}>
        <summary>Compared like with like</summary>
        <FiguresTable
          label={`${actionTitle(action)}, by what the case was like`}
          columns={COLUMNS}
          rows={strata.map(({ stuckReason, complexity, priority, treated, untreated }) => ({
            id: `${stuckReason} ${complexity} ${priority}`,
            cells: [
              stuckLabel(stuckReason),
              COMPLEXITY_LABELS[complexity],
              PRIORITY_LABELS[priority],
              shareOf(treated),
              shareOf(untreated),
            ],
          }))}
        />
      </Box>
    </Box>
  );
};
