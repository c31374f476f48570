import { useNotify, useUpdateMany } from 'react-admin';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { DialogForm } from '../dialogs/DialogForm.tsx';
import { counted } from '../format/counted.ts';
import { AccountManagerInput } from './AccountManagerInput.tsx';

type Changes = Partial<Pick<CustomerRecord, 'accountManagerId'>>;

type Props = {
  customerIds: string[];
  /** The present account manager, if there is one customer. */
  present?: string | null;
  /** Whether the owner in Codat decides while nobody is chosen. */
  followsCodat?: boolean;
  onClose: () => void;
  onChanged?: () => void;
};

/** Gives customers another account manager, or none. Can be undone for a few seconds. */
export const AccountManagerDialog = (props: Props) => {
  const { customerIds, present, followsCodat, onClose, onChanged } = props;
  const [updateMany] = useUpdateMany<CustomerRecord, Error>();
  const notify = useNotify();
  const many = customerIds.length > 1 && counted(customerIds.length, 'customer', 'customers');
  const save = ({ accountManagerId = null }: Changes) => {
    onClose();
    updateMany(
      'customers',
      { ids: customerIds, data: { accountManagerId: accountManagerId || null } },
      {
        mutationMode: 'undoable',
        onSuccess: () => {
          const changed = 'Account manager changed';
          notify(many ? `${changed} for ${many}` : changed, { undoable: true });
          onChanged?.();
        },
        onError: (error) => notify(error.message, { type: 'error' }),
      },
    );
  };
  return (
    <DialogForm
      title={many ? `Set account manager for ${many}` : 'Account manager'}
      action="Save"
      values={{ accountManagerId: present ?? null }}
      onSubmit={save}
      onClose={onClose}
    >
      <AccountManagerInput {...(followsCodat && { followsCodat })} />
    </DialogForm>
  );
};
