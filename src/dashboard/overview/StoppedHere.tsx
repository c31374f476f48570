import { Box } from '@mui/material';
import type { FunnelAnswer, FunnelStage } from '../../api/metrics/funnel.ts';
import { formatNumber } from '../../common/locale.ts';
import { hoursLabel } from '../shared/figures/labels.ts';
import { CustomersLink, customersOf } from '../shared/metrics/CustomersLink.tsx';
import type { Scope } from '../shared/metrics/useScope.ts';

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

/** The median time to the next stage, and the status of those who went no further; each number links to them. */
export const StoppedHere = ({ stage: { stage, stopped }, next, period, scope }: Props) => {
  if (!next) return null;
  const median = next.time?.median.hours;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>
      {typeof median === 'number' && <span>median {hoursLabel(median)}</span>}
      {STANDINGS.filter(({ standing }) => stopped[standing] > 0).map(({ standing, label }) => (
        <CustomersLink
          key={standing}
          color={standing === 'stuck' ? 'error' : 'inherit'}
          filter={{
            ...customersOf(scope),
            furthestStage: stage,
            standing,
            enteredAt_gte: period.from,
            enteredAt_lt: period.to,
          }}
        >
          {`${formatNumber(stopped[standing])} ${label}`}
        </CustomersLink>
      ))}
      {stopped.earlier > 0 && <span>{formatNumber(stopped.earlier)} restarted</span>}
      {stopped.deleted > 0 && <span>{formatNumber(stopped.deleted)} deleted</span>}
    </Box>
  );
};
