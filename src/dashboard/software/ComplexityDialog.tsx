import { Alert } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { SelectInput, useNotify, useRefresh } from 'react-admin';
import { type FieldValues, useWatch } from 'react-hook-form';
import type { SoftwareRecord } from '../../api/software/resource.ts';
import { COMPLEXITIES } from '../../journey/software-entry.ts';
import { COMPLEXITY_FACTOR } from '../../journey/stuck.ts';
import { api } from '../shared/api.ts';
import { DialogForm } from '../shared/dialogs/DialogForm.tsx';
import { COMPLEXITY_LABELS } from '../shared/journey/complexity.ts';
import { readTagged, saveTagged } from '../shared/server/tagged.ts';
import { StuckPreview } from '../shared/stuck-preview/StuckPreview.tsx';

const choices = COMPLEXITIES.map((id) => ({ id, name: COMPLEXITY_LABELS[id] }));

type Props = { software: SoftwareRecord; onClose: () => void };

/** Changes how much longer customers may take with software, with who would be stuck. */
export const ComplexityDialog = ({ software, onClose }: Props) => {
  const path = `/api/software/${encodeURIComponent(software.id)}`;
  const notify = useNotify();
  const refresh = useRefresh();
  const { data, error } = useQuery({
    queryKey: ['complexity-to-edit', software.id],
    queryFn: () => readTagged<SoftwareRecord>(path),
    retry: false,
    gcTime: 0,
    // A colleague’s change must not replace what someone chooses. Saving says that there was one.
    staleTime: ({ state }) => (state.data ? 'static' : 0),
  });
  const submit = async ({ complexity }: FieldValues) => {
    if (!data) return;
    await saveTagged(path, data, { complexity });
    notify('Complexity saved');
    refresh();
    onClose();
  };
  return (
    <DialogForm
      title={`Complexity of ${software.name}`}
      action="Save"
      ready={data !== undefined}
      values={data?.record ?? software}
      onSubmit={submit}
      onClose={onClose}
    >
      {error && <Alert severity="error">{error.message}</Alert>}
      <SelectInput
        source="complexity"
        label="Complexity"
        choices={choices}
        isRequired
        helperText={`Where a threshold grows with complexity, customers may take ${COMPLEXITY_FACTOR.moderate} times as long with moderate and ${COMPLEXITY_FACTOR.complex} times with complex software.`}
      />
      <Preview id={software.id} />
    </DialogForm>
  );
};

const Preview = ({ id }: { id: string }) => {
  const complexity = useWatch({ name: 'complexity' });
  const { data, error, isFetching } = useQuery({
    queryKey: ['complexity-preview', id, complexity],
    queryFn: async () =>
      (await api.software[':id'].preview.$get({ param: { id }, query: { complexity } })).json(),
    placeholderData: keepPreviousData,
    retry: false,
  });
  return <StuckPreview preview={data} error={error} counting={isFetching} />;
};
