import { Card, type Theme, useMediaQuery } from '@mui/material';
import type { SoftwareAnswer } from '../../api/metrics/answers.ts';
import { EmptyState } from '../shared/EmptyState.tsx';
import { Answered } from '../shared/metrics/Answered.tsx';
import { ScopeFilters } from '../shared/metrics/ScopeFilters.tsx';
import { useMetrics } from '../shared/metrics/useMetrics.ts';
import { useScope } from '../shared/metrics/useScope.ts';
import { PageHeader } from '../shared/PageHeader.tsx';
import { SoftwareCards } from './SoftwareCards.tsx';
import { SoftwareTable } from './SoftwareTable.tsx';

/** All software that customers try to connect, the surest to fail first. */
export const SoftwareList = () => {
  const { days, accountManagerId } = useScope().scope;
  const answer = useMetrics('software', { days, accountManagerId });
  return (
    <>
      <PageHeader title="Software" note="the surest to fail first">
        <ScopeFilters />
      </PageHeader>
      <Answered answer={answer} height={400}>
        {({ software }) => <Rows software={software} />}
      </Answered>
    </>
  );
};

const Rows = ({ software }: Pick<SoftwareAnswer, 'software'>) => {
  const wide = useMediaQuery<Theme>((theme) => theme.breakpoints.up('md'));
  if (software.length === 0)
    return (
      <Card>
        <EmptyState title="Nobody tried to connect in this period">
          Choose a longer one. Software appears with the first customer who selects it.
        </EmptyState>
      </Card>
    );
  return (
    <Card sx={{ overflowX: 'auto' }}>
      {wide ? <SoftwareTable software={software} /> : <SoftwareCards software={software} />}
    </Card>
  );
};
