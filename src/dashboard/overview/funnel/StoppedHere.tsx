import { Box } from '@mui/material';
import type { FunnelAnswer, FunnelStage } from '../../../api/metrics/funnel.ts';
import { formatNumber } from '../../../common/locale.ts';
import { hoursLabel, percent } from '../../shared/figures/labels.ts';
import { CustomersLink } from '../../shared/metrics/CustomersLink.tsx';
import type { Scope } from '../../shared/metrics/useScope.ts';
import { cohortOf } from '../cohortOf.ts';

type Props = {
  stage: FunnelStage;
  /** Undefined after the last stage, where nobody stops. */
  next: FunnelStage | undefined;
  period: FunnelAnswer['period'];
  scope: Scope;
};

const STANDINGS = [
  { standing: 'moving', label: 'in progress' },
  { standing: 'stuck', label: 'stuck' },
  { standing: 'snoozed', label: 'snoozed' },
  { standing: 'closed', label: 'closed' },
] as const;

/** The median time to the next stage, the share who may still get there, and the status of those who went no further; each number links to them. */
export const StoppedHere = ({ stage: { stage, stopped, open }, next, period, scope }: Props) => {
  if (!next) return null;
  const cohort = cohortOf(scope, period);
  const median = next.time?.median.hours;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>
      {typeof median === 'number' && <span>median {hoursLabel(median)}</span>}
      {open.rate !== null && !open.tooFew && <span>{`${percent(open.rate)} still open`}</span>}
      {STANDINGS.filter(({ standing }) => stopped[standing] > 0).map(({ standing, label }) => (
        <CustomersLink
          key={standing}
          color={standing === 'stuck' ? 'error' : 'inherit'}
          filter={cohort({ kind: 'first', which: 'stopped', stage, standing })}
        >
          {`${formatNumber(stopped[standing])} ${label}`}
        </CustomersLink>
      ))}
      {stopped.elsewhere > 0 && <span>{formatNumber(stopped.elsewhere)} elsewhere</span>}
      {stopped.earlier > 0 && <span>{formatNumber(stopped.earlier)} restarted</span>}
      {stopped.deleted > 0 && <span>{formatNumber(stopped.deleted)} deleted</span>}
    </Box>
  );
};
