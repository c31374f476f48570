import { Card, type Theme, useMediaQuery } from '@mui/material';
import type { SoftwareNumbers } from '../../api/metrics/software.ts';
import { EmptyState } from '../shared/EmptyState.tsx';
import { Answered } from '../shared/metrics/Answered.tsx';
import { HowCalculated } from '../shared/metrics/HowCalculated.tsx';
import { ScopeFilters } from '../shared/metrics/ScopeFilters.tsx';
import { useMetrics } from '../shared/metrics/useMetrics.ts';
import { useScope } from '../shared/metrics/useScope.ts';
import { PageHeader } from '../shared/PageHeader.tsx';
import { SoftwareCards } from './SoftwareCards.tsx';
import { SoftwareTable } from './SoftwareTable.tsx';

/** All software that customers connect, the most likely to fail first. */
export const SoftwareList = () => {
  const { period, accountManagerId } = useScope().scope;
  const answer = useMetrics('software', { period, accountManagerId });
  return (
    <>
      <PageHeader title="Software" note="Most likely to fail first">
        <HowCalculated title="Software">{answer.data?.definition}</HowCalculated>
        <ScopeFilters />
      </PageHeader>
      <Answered answer={answer} height={400}>
        {({ software }) => <Rows software={software} />}
      </Answered>
    </>
  );
};

const Rows = ({ software }: { software: SoftwareNumbers[] }) => {
  const wide = useMediaQuery<Theme>((theme) => theme.breakpoints.up('md'));
  if (software.length === 0)
    return (
      <Card>
        <EmptyState title="No attempts in this period">Choose a longer period.</EmptyState>
      </Card>
    );
  return (
    <Card sx={{ overflowX: 'auto' }}>
      {wide ? <SoftwareTable software={software} /> : <SoftwareCards software={software} />}
    </Card>
  );
};
