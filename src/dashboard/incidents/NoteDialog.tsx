import { TextInput, useUpdate } from 'react-admin';
import type { IncidentRecord } from '../../api/incidents/resource.ts';
import { DialogForm } from '../shared/dialogs/DialogForm.tsx';

type Props = { incident: IncidentRecord; onClose: () => void };

/** Says what is known about an incident, to all colleagues. */
export const NoteDialog = ({ incident, onClose }: Props) => {
  const [update] = useUpdate<IncidentRecord, Error>();
  const save = async ({ note = null }: Partial<Pick<IncidentRecord, 'note'>>) => {
    const params = { id: incident.id, data: { note }, previousData: incident };
    await update('incidents', params, { returnPromise: true });
    onClose();
  };
  return (
    <DialogForm
      title="Incident note"
      action="Save"
      values={{ note: incident.note }}
      onSubmit={save}
      onClose={onClose}
    >
      <TextInput
        source="note"
        label="What is known"
        multiline
        minRows={3}
        autoFocus
        helperText="Everyone on the team can read it."
      />
    </DialogForm>
  );
};
