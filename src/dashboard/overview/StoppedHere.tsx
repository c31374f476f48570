import { Box } from '@mui/material';
import type { FunnelAnswer } from '../../api/metrics/answers.ts';
import { CustomersLink, customersOf } from '../shared/metrics/CustomersLink.tsx';
import type { Scope } from '../shared/metrics/useScope.ts';
import { spanOf } from '../shared/metrics/words.ts';

type FunnelStage = FunnelAnswer['stages'][number];

type Props = {
  stage: FunnelStage;
  /** Undefined after the last stage, at which nobody stops. */
  next: FunnelStage | undefined;
  period: FunnelAnswer['period'];
  scope: Scope;
};

const STANDINGS = ['moving', 'stuck', 'closed'] as const;

/** How long it takes to the next stage, and how those stand who went no further; each number leads to them. */
export const StoppedHere = ({ stage: { stage, stopped }, next, period, scope }: Props) => {
  if (!next) return null;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>
      {next.medianHours !== null && <span>median {spanOf(next.medianHours)}</span>}
      {STANDINGS.filter((standing) => stopped[standing] > 0).map((standing) => (
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
          {`${stopped[standing].toLocaleString()} ${standing}`}
        </CustomersLink>
      ))}
      {stopped.earlier > 0 && <span>{stopped.earlier.toLocaleString()} began again since</span>}
    </Box>
  );
};
