import { Box } from '@mui/material';
import { useWatch } from 'react-hook-form';
import type { StuckReason } from '../../journey/stuck.ts';
import { useSettled } from '../shared/forms/useSettled.ts';
import { StuckPreview } from '../shared/stuck-preview/StuckPreview.tsx';
import { ObservedTimes } from './ObservedTimes.tsx';
import { useRulePreview } from './useRulePreview.ts';

const textOf = (value: unknown): string => (typeof value === 'number' ? String(value) : '');

/** What the form’s threshold would do, and what was observed, to adopt. */
export const ThresholdPreview = ({ id }: { id: StuckReason }) => {
  const [hours, onPremiseHours, workingTime]: unknown[] = useWatch({
    name: ['hours', 'onPremiseHours', 'workingTime'],
  });
  const typed = useSettled(`${textOf(hours)} ${textOf(onPremiseHours)}`);
  const [settledHours = '', settledOnPremise = ''] = typed.split(' ');
  const { data, error, isFetching } = useRulePreview(id, {
    ...(settledHours !== '' && { hours: settledHours }),
    onPremiseHours: settledOnPremise,
    workingTime: workingTime === true ? 'true' : 'false',
  });
  return (
    <Box sx={{ display: 'grid', gap: 1.5, mt: 1 }}>
      <StuckPreview preview={data} error={error} counting={isFetching} />
      {data && <ObservedTimes times={data} workingTime={workingTime === true} />}
    </Box>
  );
};
