import { Alert, Button, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { BooleanInput, NumberInput, required, useNotify, useRefresh } from 'react-admin';
import { type FieldValues, useFormContext } from 'react-hook-form';
import type { StuckRuleRecord } from '../../api/stuck-rules/resource.ts';
import { DEFAULT_THRESHOLDS } from '../../journey/stuck.ts';
import { stuckRuleLabel } from '../shared/activity/labels.ts';
import { DialogForm } from '../shared/dialogs/DialogForm.tsx';
import { readTagged, saveTagged } from '../shared/server/tagged.ts';
import { scaleOf, sentenceOf } from './labels.ts';
import { ThresholdPreview } from './ThresholdPreview.tsx';

type Props = { rule: StuckRuleRecord; onClose: () => void };

/** Changes a threshold, beside what was observed and who would be concerned. */
export const ThresholdDialog = ({ rule, onClose }: Props) => {
  const path = `/api/stuck-rules/${rule.id}`;
  const notify = useNotify();
  const refresh = useRefresh();
  const { data, error } = useQuery({
    queryKey: ['threshold-to-edit', rule.id],
    queryFn: () => readTagged<StuckRuleRecord>(path),
    retry: false,
    gcTime: 0,
    // A colleague’s change must not replace what someone types. Saving says that there was one.
    staleTime: ({ state }) => (state.data ? 'static' : 0),
  });
  const submit = async ({ hours, onPremiseHours = null, workingTime }: FieldValues) => {
    if (!data) return;
    await saveTagged(path, data, { hours, onPremiseHours, workingTime });
    notify('Threshold saved');
    refresh();
    onClose();
  };
  return (
    <DialogForm
      title={stuckRuleLabel(rule.id)}
      action="Save"
      maxWidth="sm"
      ready={data !== undefined}
      values={data?.record ?? rule}
      aside={<ResetButton rule={rule} />}
      onSubmit={submit}
      onClose={onClose}
    >
      {error && <Alert severity="error">{error.message}</Alert>}
      <Typography sx={{ mb: 1 }}>{sentenceOf(data?.record ?? rule)}</Typography>
      <NumberInput
        source="hours"
        label="Hours"
        validate={required('Enter the hours. 0 means at once.')}
        min={0}
        max={8760}
        helperText={scaleOf(rule.id) ?? false}
        autoFocus
      />
      {hasOnPremise(rule) && (
        <NumberInput
          source="onPremiseHours"
          label="Hours with on-premise software"
          min={0}
          max={8760}
          helperText="Leave blank if the same."
        />
      )}
      <BooleanInput
        source="workingTime"
        label="Count the team’s working time only"
        helperText={false}
      />
      <ThresholdPreview id={rule.id} />
    </DialogForm>
  );
};

/** On-premise software takes longer where it is read at night. */
const hasOnPremise = ({ id, onPremiseHours }: StuckRuleRecord): boolean =>
  onPremiseHours !== null || DEFAULT_THRESHOLDS[id].onPremiseHours !== null;

/** Fills in the threshold of a new installation. Nothing changes until it is saved. */
const ResetButton = ({ rule: { id } }: { rule: StuckRuleRecord }) => {
  const { setValue } = useFormContext();
  const reset = () => {
    for (const [name, value] of Object.entries({ workingTime: false, ...DEFAULT_THRESHOLDS[id] }))
      setValue(name, value, { shouldDirty: true, shouldTouch: true, shouldValidate: true });
  };
  return (
    <Button onClick={reset} sx={{ mr: 'auto' }}>
      Reset to default
    </Button>
  );
};
