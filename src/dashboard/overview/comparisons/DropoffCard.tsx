import { Box, Typography } from '@mui/material';
import type { DropoffAnswer } from '../../../api/metrics/dropoff.ts';
import { counted } from '../../../common/locale.ts';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { figuresOf, rateColumn, textColumn } from '../../shared/figures/figuresOf.tsx';
import { MetricsCard } from '../../shared/metrics/MetricsCard.tsx';
import { useMetrics } from '../../shared/metrics/useMetrics.ts';
import type { Scope } from '../../shared/metrics/useScope.ts';
import { AssociationRow } from './AssociationRow.tsx';
import { labelOf, oddsOf } from './associations.ts';

/** The attributes that go with connecting more or less often. */
export const DropoffCard = ({ scope }: { scope: Scope }) => {
  const answer = useMetrics('dropoff', scope);
  return (
    <MetricsCard title="What goes with drop-off" answer={answer} figures={figures}>
      {(numbers) => <Content numbers={numbers} scope={scope} />}
    </MetricsCard>
  );
};

const figures = ({ found }: DropoffAnswer) =>
  figuresOf(found, ({ name, value }) => JSON.stringify([name, value]), [
    textColumn('Attribute', labelOf),
    {
      label: 'Odds ratio',
      cell: oddsOf,
      csv: ({ ratio, low, high, p, adjusted }) => ({
        'Odds ratio': ratio,
        'Odds ratio: 95% low': low,
        'Odds ratio: 95% high': high,
        p,
        'Adjusted for software': adjusted ? 'yes' : 'no',
      }),
    },
    rateColumn('With it', (one) => one.with),
    rateColumn('Without it', ({ without }) => without),
  ]);

const Content = ({ numbers, scope }: { numbers: DropoffAnswer; scope: Scope }) => {
  const { tested, found, days, ripe } = numbers;
  if (tested === 0)
    return (
      <EmptyState title="Not enough customers">
        {`An attribute is tested once 20 customers with it and 20 without were invited at least ${days} days ago and chose their software. Choose a longer period.`}
      </EmptyState>
    );
  const sentence = `${counted(tested, 'attribute', 'attributes')} tested. `;
  if (found.length === 0)
    return (
      <EmptyState title="Nothing stands out">
        {`${sentence}The differences found can be chance.`}
      </EmptyState>
    );
  return (
    <>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1.5 }}>
        {`${sentence}These go with connecting within ${days} days more or less often. That doesn’t say that they cause it. Dotted line: no difference.`}
      </Typography>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1.5 }}>
        {found.map((one) => (
          <AssociationRow
            key={JSON.stringify([one.name, one.value])}
            association={one}
            ripe={ripe}
            scope={scope}
          />
        ))}
      </Box>
    </>
  );
};
