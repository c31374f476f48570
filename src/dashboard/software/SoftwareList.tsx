import { Card, type Theme, Typography, useMediaQuery } from '@mui/material';
import type { SoftwareAnswer } from '../../api/metrics/software.ts';
import { CsvButton } from '../shared/csv/CsvButton.tsx';
import { EmptyState } from '../shared/EmptyState.tsx';
import { Answered } from '../shared/metrics/Answered.tsx';
import { HowCalculated } from '../shared/metrics/HowCalculated.tsx';
import { ScopeFilters } from '../shared/metrics/ScopeFilters.tsx';
import { useMetrics } from '../shared/metrics/useMetrics.ts';
import { useScope } from '../shared/metrics/useScope.ts';
import { PageHeader } from '../shared/PageHeader.tsx';
import { RANKING } from './labels.ts';
import { SoftwareCards } from './SoftwareCards.tsx';
import { SoftwareTable } from './SoftwareTable.tsx';
import { softwareFigures } from './softwareFigures.ts';

/** All software that customers connect, the most likely to fail first. */
export const SoftwareList = () => {
  const { period, accountManagerId } = useScope().scope;
  const answer = useMetrics('software', { period, accountManagerId });
  const { data } = answer;
  return (
    <>
      <PageHeader title="Software" note="Most likely to fail first">
        <HowCalculated title="Software">{data?.definition}</HowCalculated>
        <CsvButton title="Software" answer={data} figures={data && softwareFigures(data)} />
        <ScopeFilters />
      </PageHeader>
      <Answered answer={answer} height={400}>
        {(numbers) => <Rows {...numbers} />}
      </Answered>
    </>
  );
};

const Rows = ({ software, period }: SoftwareAnswer) => {
  const wide = useMediaQuery<Theme>((theme) => theme.breakpoints.up('md'));
  const [first] = software;
  if (!first)
    return (
      <Card>
        <EmptyState title="No attempts in this period">Choose a longer period.</EmptyState>
      </Card>
    );
  const { days } = first.notConnected;
  return (
    <Card sx={{ overflowX: 'auto' }}>
      <Typography variant="body2" color="textSecondary" sx={{ p: 2, pb: 0 }}>
        {RANKING}
      </Typography>
      {wide ? (
        <SoftwareTable software={software} period={period} days={days} />
      ) : (
        <SoftwareCards software={software} period={period} />
      )}
    </Card>
  );
};
