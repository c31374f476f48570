import ManageAccounts from '@mui/icons-material/ManageAccountsOutlined';
import { useListContext } from 'react-admin';
import { AccountManagerDialog } from './AccountManagerDialog.tsx';
import { BulkButton } from './BulkButton.tsx';

/** Sets the account manager of all selected customers. */
export const BulkManagerButton = () => {
  const { onUnselectItems } = useListContext();
  return (
    <BulkButton
      label="Set account manager"
      icon={<ManageAccounts />}
      dialog={(customerIds, close) => (
        <AccountManagerDialog
          customerIds={customerIds}
          onClose={close}
          onChanged={() => onUnselectItems()}
        />
      )}
    />
  );
};
