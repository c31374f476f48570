import { Box, Typography } from '@mui/material';
import type { CurveAnswer } from '../../api/metrics/curve.ts';
import { formatNumber } from '../../common/locale.ts';
import { ChartFrame } from '../shared/charts/ChartFrame.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import {
  countColumn,
  estimateColumn,
  figuresOf,
  textColumn,
} from '../shared/figures/figuresOf.tsx';
import { percent } from '../shared/figures/labels.ts';
import { ChartCard } from '../shared/metrics/ChartCard.tsx';
import { useMetrics } from '../shared/metrics/useMetrics.ts';
import type { Scope } from '../shared/metrics/useScope.ts';
import { lazyComponent } from '../shared/pages/lazyComponent.ts';
import { type CurvePoint, pointsOf } from './curve.ts';

// The chart library weighs as much as the rest of the dashboard, so it loads only when a chart is shown.
const CurveChart = lazyComponent(async () => (await import('./CurveChart.tsx')).CurveChart);

const TITLE = 'Connected by day since invitation';

type Props = {
  scope: Scope;
  /** The day whose share is the headline. */
  headline: number | undefined;
};

/** How fast invited customers connect, in this period and the one before. */
export const CurveCard = ({ scope, headline }: Props) => {
  const answer = useMetrics('curve', scope);
  return (
    <ChartCard title={TITLE} answer={answer} figures={figures} height={HEIGHT + LEGEND}>
      {(curve) =>
        curve.of === 0 ? (
          <EmptyState title="No invitations in this period">Choose a longer period.</EmptyState>
        ) : (
          <>
            <ChartFrame summary={summaryOf(pointsOf(curve))} height={HEIGHT}>
              <CurveChart title={TITLE} points={pointsOf(curve)} headline={headline} />
            </ChartFrame>
            <Legend {...curve} />
          </>
        )
      }
    </ChartCard>
  );
};

const HEIGHT = 230;
const LEGEND = 28;

const Legend = ({ of, previousOf }: CurveAnswer) => (
  <Typography
    component="div"
    variant="body2"
    color="textSecondary"
    sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, pt: 1 }}
  >
    <Key colour="primary.main" style="solid">{`This period, ${formatNumber(of)} invited`}</Key>
    <Key colour="text.secondary" style="dashed">
      {`Period before, ${formatNumber(previousOf)} invited`}
    </Key>
  </Typography>
);

type KeyProps = { colour: string; style: 'solid' | 'dashed'; children: string };

const Key = ({ colour, style, children }: KeyProps) => (
  <Box sx={{ display: 'flex', gap: 0.75, alignItems: 'center' }}>
    <Box aria-hidden sx={{ width: 18, borderTop: `2px ${style}`, borderColor: colour }} />
    {children}
  </Box>
);

/** The days that people ask about. */
const ASKED = [1, 7, 14, 30];

const summaryOf = (points: CurvePoint[]): string =>
  points
    .flatMap(({ day, now }) =>
      now && ASKED.includes(day) ? [`${percent(now.share)} within ${day} days`] : [],
    )
    .join(', ');

const figures = (curve: CurveAnswer) =>
  figuresOf(pointsOf(curve), ({ day }) => String(day), [
    textColumn('Days since invitation', ({ day }) => String(day)),
    estimateColumn('Connected', ({ now }) => now),
    countColumn('Not yet connected', ({ atRisk }) => atRisk),
    estimateColumn('Connected, period before', ({ before }) => before),
    countColumn('Not yet connected, period before', ({ atRiskBefore }) => atRiskBefore),
  ]);
