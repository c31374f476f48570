import { Box, Button, Typography } from '@mui/material';
import { useFormContext, useWatch } from 'react-hook-form';
import type { ObservedRecord, RulePreviewRecord } from '../../api/stuck-rules/schemas.ts';
import type { StuckReason } from '../../journey/stuck.ts';
import { useSettled } from '../shared/forms/useSettled.ts';
import { StuckPreview } from '../shared/stuck-preview/StuckPreview.tsx';
import { BySoftware } from './BySoftware.tsx';
import { adoptable, withinLabel } from './labels.ts';
import { Times } from './RowTimes.tsx';
import { useRulePreview } from './useRulePreview.ts';

const textOf = (value: unknown): string => (typeof value === 'number' ? String(value) : '');

/** What the form’s threshold would do, and what was observed, to adopt. */
export const ThresholdPreview = ({ id }: { id: StuckReason }) => {
  const values: unknown[] = useWatch({ name: ['hours', 'onPremiseHours'] });
  const settled = useSettled(values.map(textOf).join(' '));
  const [hours = '', onPremiseHours = ''] = settled.split(' ');
  const { data, error, isFetching } = useRulePreview(id, {
    ...(hours !== '' && { hours }),
    onPremiseHours,
  });
  return (
    <Box sx={{ display: 'grid', gap: 1.5, mt: 1 }}>
      <StuckPreview preview={data} error={error} counting={isFetching} />
      {data && <ObservedTimes times={data} />}
    </Box>
  );
};

const ObservedTimes = ({ times }: { times: RulePreviewRecord }) => (
  <Box component="section" aria-label="Observed" sx={{ display: 'grid', gap: 1 }}>
    <Typography sx={{ fontWeight: 600 }}>How long customers take to go on</Typography>
    {times.byComplexity && (
      <Typography variant="body2" color="textSecondary">
        Times with moderate and complex software are divided by how much longer they may take.
      </Typography>
    )}
    <Adoptable observed={times.observed} source="hours" />
    {times.observedOnPremise && (
      <Adoptable
        observed={times.observedOnPremise}
        source="onPremiseHours"
        title="With on-premise software"
      />
    )}
    <BySoftware times={times} />
  </Box>
);

type Props = { observed: ObservedRecord; source: string; title?: string };

/** What was observed, with a button that takes its 90th percentile. */
const Adoptable = ({ observed, source, title }: Props) => {
  const { setValue } = useFormContext();
  const { p90 } = observed;
  return (
    <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
      <Box sx={{ flex: '1 1 260px' }}>
        <Times observed={observed} {...(title && { title })} />
      </Box>
      {p90 !== null && (
        <Button
          variant="outlined"
          aria-label={`Adopt ${withinLabel('90%', p90)}`}
          onClick={() => setValue(source, adoptable(p90), { shouldDirty: true, shouldTouch: true })}
        >
          {`Adopt ${adoptable(p90)} hours`}
        </Button>
      )}
    </Box>
  );
};
