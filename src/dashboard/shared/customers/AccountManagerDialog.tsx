import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { DialogForm } from '../dialogs/DialogForm.tsx';
import { AccountManagerInput } from './AccountManagerInput.tsx';
import { useChangeCustomer } from './useChangeCustomer.ts';

type Values = Partial<Pick<CustomerRecord, 'accountManagerId'>>;
type Props = { customer: CustomerRecord; onClose: () => void };

/** Gives a customer another account manager, or none. Can be undone for a few seconds. */
export const AccountManagerDialog = ({ customer, onClose }: Props) => {
  const { accountManagerId: present, ownerManagerId } = customer;
  const change = useChangeCustomer(customer);
  const save = ({ accountManagerId }: Values) => {
    onClose();
    change({ accountManagerId: accountManagerId || null }, 'Account manager changed');
  };
  return (
    <DialogForm
      title="Account manager"
      action="Save"
      values={{ accountManagerId: present }}
      onSubmit={save}
      onClose={onClose}
    >
      {/* While nobody is chosen, the owner in Codat decides. */}
      <AccountManagerInput followsCodat={ownerManagerId !== null} />
    </DialogForm>
  );
};
