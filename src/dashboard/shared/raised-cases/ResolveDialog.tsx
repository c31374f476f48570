import { TextInput } from 'react-admin';
import type { RaisedCaseRecord } from '../../../api/raised-cases/record.ts';
import { DialogForm } from '../dialogs/DialogForm.tsx';
import { useChangeCase } from './useChangeCase.ts';

type Props = { raised: RaisedCaseRecord; onClose: () => void };

/** Ends a case with Codat, and says how. Can be undone for a few seconds. */
export const ResolveDialog = ({ raised, onClose }: Props) => {
  const change = useChangeCase(raised);
  const resolve = ({ note = null }: Partial<Pick<RaisedCaseRecord, 'note'>>) => {
    onClose();
    change({ state: 'resolved', note }, 'Resolved');
  };
  return (
    <DialogForm
      title="Resolve with Codat"
      action="Resolve"
      values={{ note: raised.note }}
      onSubmit={resolve}
      onClose={onClose}
    >
      <TextInput
        source="note"
        label="How it was resolved"
        multiline
        minRows={3}
        autoFocus
        helperText="The customer stops waiting for Codat."
      />
    </DialogForm>
  );
};
