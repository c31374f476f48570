import { Box, Button, Typography } from '@mui/material';
import { useFormContext } from 'react-hook-form';
import type { ObservedRecord, RulePreviewRecord } from '../../api/stuck-rules/schemas.ts';
import { counted } from '../shared/format/counted.ts';
import { BySoftware } from './BySoftware.tsx';
import { adoptable } from './labels.ts';
import { Times } from './Times.tsx';

type Props = { times: RulePreviewRecord; workingTime: boolean };

/** How long customers take to go on, with buttons that adopt what 90% keep to. */
export const ObservedTimes = ({ times, workingTime }: Props) => (
  <Box component="section" aria-label="Observed" sx={{ display: 'grid', gap: 1 }}>
    <Typography sx={{ fontWeight: 600 }}>How long customers take to go on</Typography>
    {times.byComplexity && (
      <Typography variant="body2" color="textSecondary">
        Times with moderate and complex software are divided by how much longer they may take.
      </Typography>
    )}
    <Adoptable observed={times.observed} workingTime={workingTime} source="hours" />
    {times.observedOnPremise && (
      <Adoptable
        observed={times.observedOnPremise}
        workingTime={workingTime}
        source="onPremiseHours"
        title="With on-premise software"
      />
    )}
    <BySoftware times={times} workingTime={workingTime} />
  </Box>
);

type AdoptableProps = {
  observed: ObservedRecord;
  workingTime: boolean;
  source: string;
  title?: string;
};

const Adoptable = ({ source, ...times }: AdoptableProps) => {
  const { setValue } = useFormContext();
  const { p90 } = times.observed;
  return (
    <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
      <Box sx={{ flex: '1 1 260px' }}>
        <Times {...times} />
      </Box>
      {p90 !== null && (
        <Button
          variant="outlined"
          onClick={() => setValue(source, adoptable(p90), { shouldDirty: true, shouldTouch: true })}
        >
          {`Adopt ${counted(adoptable(p90), 'hour', 'hours')}`}
        </Button>
      )}
    </Box>
  );
};
