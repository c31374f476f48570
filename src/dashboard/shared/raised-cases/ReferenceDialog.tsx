import { TextInput, useUpdate } from 'react-admin';
import type { RaisedCaseRecord } from '../../../api/raised-cases/record.ts';
import { DialogForm } from '../dialogs/DialogForm.tsx';

type Props = { raised: RaisedCaseRecord; onClose: () => void };

/** Keeps the reference of Codat’s ticket, which often comes after the case was raised. */
export const ReferenceDialog = ({ raised, onClose }: Props) => {
  const [update] = useUpdate<RaisedCaseRecord, Error>();
  const save = async ({ reference = null }: Partial<Pick<RaisedCaseRecord, 'reference'>>) => {
    const params = { id: raised.id, data: { reference }, previousData: raised };
    await update('raised-cases', params, { returnPromise: true });
    onClose();
  };
  return (
    <DialogForm
      title="Codat’s reference"
      action="Save"
      values={{ reference: raised.reference }}
      onSubmit={save}
      onClose={onClose}
    >
      <TextInput source="reference" label="Reference" autoFocus helperText={false} />
    </DialogForm>
  );
};
