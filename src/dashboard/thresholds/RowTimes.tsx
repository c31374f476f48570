import { Box, Skeleton, Typography } from '@mui/material';
import type { StuckRuleRecord } from '../../api/stuck-rules/resource.ts';
import { Times } from './Times.tsx';
import { useRulePreview } from './useRulePreview.ts';

/** How long customers take to go on from where a rule applies. */
export const RowTimes = ({ rule: { id, workingTime } }: { rule: StuckRuleRecord }) => {
  const { data, error } = useRulePreview(id, { workingTime: workingTime ? 'true' : 'false' });
  if (data)
    return (
      <Box>
        <Times observed={data.observed} workingTime={workingTime} />
        {data.observedOnPremise && (
          <Times observed={data.observedOnPremise} workingTime={workingTime} title="On-premise" />
        )}
      </Box>
    );
  return error ? (
    <Typography color="error">{error.message}</Typography>
  ) : (
    <Skeleton variant="rounded" width={220} height={40} />
  );
};
