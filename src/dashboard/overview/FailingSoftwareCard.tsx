import { Box, Link, Typography } from '@mui/material';
import { Link as RouterLink } from 'react-router-dom';
import type { SoftwareAnswer } from '../../api/metrics/software.ts';
import { rate } from '../../journey/metrics/rate.ts';
import { EmptyState } from '../shared/EmptyState.tsx';
import { figuresOf, rateColumn, textColumn } from '../shared/figures/figuresOf.tsx';
import { IncidentPill } from '../shared/incidents/IncidentPill.tsx';
import { ShareBar, ShareText } from '../shared/metrics/LinkedShare.tsx';
import { MetricsCard } from '../shared/metrics/MetricsCard.tsx';
import { SoftwareLink } from '../shared/metrics/SoftwareLink.tsx';
import { type SoftwareOfPeriod, useFailedFirst } from '../shared/metrics/useFailedFirst.tsx';
import { useMetrics } from '../shared/metrics/useMetrics.ts';
import type { Scope } from '../shared/metrics/useScope.ts';

/** How many are shown; the rest fail less often, or less certainly. */
const SHOWN = 8;

/** The software that fails most, ranked by the lower bound of its rate. */
export const FailingSoftwareCard = ({ scope: { period, accountManagerId } }: { scope: Scope }) => {
  const answer = useMetrics('software', { period, accountManagerId });
  return (
    <MetricsCard
      title="First attempts that failed, by software"
      answer={answer}
      figures={figures}
      aside={
        <Link component={RouterLink} to="/software">
          All software
        </Link>
      }
    >
      {({ software, period }) => {
        const known = software.filter(({ customers }) => !customers.tooFew);
        const more = software.length - Math.min(known.length, SHOWN);
        if (known.length === 0)
          return (
            <EmptyState title="Not enough customers">
              Rates need the first attempts of at least 5 customers. Choose a longer period.
            </EmptyState>
          );
        return (
          <Box sx={{ display: 'grid', gap: 1 }}>
            <Typography variant="body2" color="textSecondary">
              Ranked by the lower end of the 95% interval, from 5 customers on.
            </Typography>
            {known.slice(0, SHOWN).map((one) => (
              <Row key={one.id} software={one} period={period} />
            ))}
            {more > 0 && (
              <Typography variant="body2" color="textSecondary">
                {`${more} more ${more === 1 ? 'has a lower rate' : 'have lower rates'} or too few customers.`}
              </Typography>
            )}
          </Box>
        );
      }}
    </MetricsCard>
  );
};

const figures = ({ software }: SoftwareAnswer) =>
  figuresOf(software, ({ id }) => id, [
    textColumn('Software', ({ name }) => name),
    rateColumn('First attempt failed', ({ customers: { failedFirst, of } }) =>
      rate(failedFirst, of),
    ),
  ]);

const Row = (numbers: SoftwareOfPeriod) => {
  const failedFirst = useFailedFirst(numbers);
  const { software } = numbers;
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: {
          xs: 'minmax(0, 1fr) auto',
          sm: 'minmax(0, 5fr) minmax(0, 3fr) 116px',
        },
        gridTemplateAreas: { xs: '"name rate" "bar bar"', sm: '"name bar rate"' },
        columnGap: 1.5,
        rowGap: 0.5,
        alignItems: 'center',
      }}
    >
      <Box sx={{ gridArea: 'name', display: 'flex', gap: 1, alignItems: 'center', minWidth: 0 }}>
        <SoftwareLink software={software} />
        <IncidentPill software={software.id} />
      </Box>
      <Box sx={{ gridArea: 'bar' }}>
        <ShareBar {...failedFirst} />
      </Box>
      <Box sx={{ gridArea: 'rate' }}>
        <ShareText {...failedFirst} />
      </Box>
    </Box>
  );
};
