import { Box, Link, Typography } from '@mui/material';
import { Link as RouterLink } from 'react-router-dom';
import type { SoftwareAnswer, SoftwareNumbers } from '../../api/metrics/software.ts';
import { EmptyState } from '../shared/EmptyState.tsx';
import { figuresOf, rateColumn, textColumn } from '../shared/figures/figuresOf.tsx';
import { RateBar, RateText } from '../shared/figures/RateBar.tsx';
import { IncidentPill } from '../shared/incidents/IncidentPill.tsx';
import { MetricsCard } from '../shared/metrics/MetricsCard.tsx';
import { SoftwareLink } from '../shared/metrics/SoftwareLink.tsx';
import { useMetrics } from '../shared/metrics/useMetrics.ts';
import type { Scope } from '../shared/metrics/useScope.ts';

/** How many are shown; the rest fail less often, or less certainly. */
const SHOWN = 8;

/** The software that fails most, ranked by the lower bound of its rate. */
export const FailingSoftwareCard = ({ scope: { period, accountManagerId } }: { scope: Scope }) => {
  const answer = useMetrics('software', { period, accountManagerId });
  return (
    <MetricsCard
      title="Failed attempts by software"
      answer={answer}
      figures={figures}
      aside={
        <Link component={RouterLink} to="/software">
          All software
        </Link>
      }
    >
      {({ software }) => {
        const known = software.filter(({ failure }) => !failure.tooFew);
        const more = software.length - Math.min(known.length, SHOWN);
        if (known.length === 0)
          return (
            <EmptyState title="Not enough attempts">
              Rates need at least 5 finished attempts. Choose a longer period.
            </EmptyState>
          );
        return (
          <Box sx={{ display: 'grid', gap: 1 }}>
            {known.slice(0, SHOWN).map((one) => (
              <Row key={one.id} software={one} />
            ))}
            {more > 0 && (
              <Typography variant="body2" color="textSecondary">
                {`${more} more ${more === 1 ? 'has a lower rate' : 'have lower rates'} or too few attempts.`}
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
    rateColumn('Failed attempts', ({ failure }) => failure),
  ]);

const Row = ({ software }: { software: SoftwareNumbers }) => (
  <Box
    sx={{
      display: 'grid',
      gridTemplateColumns: { xs: 'minmax(0, 1fr) auto', sm: 'minmax(0, 5fr) minmax(0, 3fr) 116px' },
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
      <RateBar rate={software.failure} tone="bad" />
    </Box>
    <Box sx={{ gridArea: 'rate' }}>
      <RateText rate={software.failure} />
    </Box>
  </Box>
);
