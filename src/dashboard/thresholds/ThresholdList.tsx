import { Box, Card } from '@mui/material';
import { ListBase, Loading, useListContext } from 'react-admin';
import type { StuckRuleRecord } from '../../api/stuck-rules/resource.ts';
import { STUCK_REASONS } from '../../journey/stuck.ts';
import { ListFailure } from '../shared/list/ListFailure.tsx';
import { SettingsHeader } from '../shared/pages/SettingsHeader.tsx';
import { Applying } from './Applying.tsx';
import { ThresholdRow } from './ThresholdRow.tsx';
import { WorkingTimeCard } from './WorkingTimeCard.tsx';

/** When customers count as stuck. Admins edit it; others read it. */
export const ThresholdList = () => (
  <>
    <SettingsHeader note="When customers count as stuck" />
    <Applying />
    <Box sx={{ display: 'grid', gap: 2 }}>
      <ListBase resource="stuck-rules" perPage={25} disableSyncWithLocation>
        <Thresholds />
      </ListBase>
      <WorkingTimeCard />
    </Box>
  </>
);

const Thresholds = () => {
  const { data, error } = useListContext<StuckRuleRecord>();
  if (error && !data) return <ListFailure />;
  if (!data) return <Loading />;
  const inOrder = data.toSorted(
    (a, b) => STUCK_REASONS.indexOf(a.id) - STUCK_REASONS.indexOf(b.id),
  );
  return (
    <Card component="ul" aria-label="Thresholds" sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {inOrder.map((rule) => (
        <ThresholdRow key={rule.id} rule={rule} />
      ))}
    </Card>
  );
};
