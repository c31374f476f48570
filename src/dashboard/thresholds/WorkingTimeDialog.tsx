import { Alert, Box } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import {
  AutocompleteInput,
  CheckboxGroupInput,
  required,
  TextInput,
  useNotify,
  useRefresh,
} from 'react-admin';
import type { FieldValues } from 'react-hook-form';
import type { WorkspaceSettingsRecord } from '../../api/settings/workspace-settings.ts';
import { DialogForm } from '../shared/dialogs/DialogForm.tsx';
import { readTagged, saveTagged } from '../shared/server/tagged.ts';
import { HolidaysInput } from './HolidaysInput.tsx';
import { WorkingTimePreview } from './WorkingTimePreview.tsx';
import { timeZones, WEEKDAYS } from './workingTime.ts';

const PATH = '/api/workspace-settings/workspace';

type Props = { settings: WorkspaceSettingsRecord; onClose: () => void };

/** Changes when the team works, with who would be stuck. */
export const WorkingTimeDialog = ({ settings, onClose }: Props) => {
  const notify = useNotify();
  const refresh = useRefresh();
  const { data, error } = useQuery({
    queryKey: ['working-time-to-edit'],
    queryFn: () => readTagged<WorkspaceSettingsRecord>(PATH),
    retry: false,
    gcTime: 0,
    // A colleague’s change must not replace what someone types. Saving says that there was one.
    staleTime: ({ state }) => (state.data ? 'static' : 0),
  });
  const submit = async (values: FieldValues) => {
    if (!data) return;
    const { timeZone, workingDays, workingFrom, workingTo, holidays } = values;
    await saveTagged(PATH, data, { timeZone, workingDays, workingFrom, workingTo, holidays });
    notify('Working time saved');
    refresh();
    onClose();
  };
  return (
    <DialogForm
      title="Working time"
      action="Save"
      maxWidth="sm"
      ready={data !== undefined}
      values={data?.record ?? settings}
      onSubmit={submit}
      onClose={onClose}
    >
      {error && <Alert severity="error">{error.message}</Alert>}
      <AutocompleteInput
        source="timeZone"
        label="Time zone"
        choices={timeZones()}
        validate={required('Choose a time zone.')}
        helperText={false}
      />
      <CheckboxGroupInput
        source="workingDays"
        label="Working days"
        choices={WEEKDAYS}
        validate={required('Choose at least one working day.')}
        helperText={false}
      />
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1 }}>
        <TextInput
          source="workingFrom"
          label="From"
          validate={required('Enter a time, such as 09:00.')}
          helperText={false}
        />
        <TextInput
          source="workingTo"
          label="To"
          validate={required('Enter a time, such as 17:00.')}
          helperText="24:00 is midnight."
        />
      </Box>
      <HolidaysInput />
      <WorkingTimePreview />
    </DialogForm>
  );
};
