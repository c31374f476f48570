import { Button, Skeleton, Typography } from '@mui/material';
import { CanAccess, useGetOne } from 'react-admin';
import type { WorkspaceSettingsRecord } from '../../api/settings/workspace-settings.ts';
import { useOpenDialog } from '../shared/dialogs/OpenDialogs.tsx';
import { Failure } from '../shared/Failure.tsx';
import { SectionCard } from '../shared/SectionCard.tsx';
import { WorkingTimeDialog } from './WorkingTimeDialog.tsx';
import { calendarLabel } from './workingTime.ts';

/** When the team works, which thresholds may count. */
export const WorkingTimeCard = () => {
  const { data, error, refetch } = useGetOne<WorkspaceSettingsRecord, Error>(
    'workspace-settings',
    { id: 'workspace' },
    { retry: false },
  );
  return (
    <SectionCard title="Working time" aside={data && <ChangeButton settings={data} />}>
      {data && <Typography>{calendarLabel(data)}</Typography>}
      {!data && error && <Failure error={error} onRetry={() => refetch()} />}
      {!data && !error && <Skeleton variant="rounded" height={24} />}
      <Typography variant="body2" color="textSecondary" sx={{ mt: 0.5 }}>
        Thresholds that count working time stand still outside of it.
      </Typography>
    </SectionCard>
  );
};

const ChangeButton = ({ settings }: { settings: WorkspaceSettingsRecord }) => {
  const openDialog = useOpenDialog();
  return (
    <CanAccess resource="workspace-settings" action="edit">
      <Button
        variant="outlined"
        aria-label="Change working time"
        onClick={() =>
          openDialog((close) => <WorkingTimeDialog settings={settings} onClose={close} />)
        }
      >
        Change
      </Button>
    </CanAccess>
  );
};
