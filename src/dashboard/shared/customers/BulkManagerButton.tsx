import ManageAccounts from '@mui/icons-material/ManageAccountsOutlined';
import { AccountManagerDialog } from './AccountManagerDialog.tsx';
import { BulkButton } from './BulkButton.tsx';

/** Sets the account manager of all selected customers. */
export const BulkManagerButton = () => (
  <BulkButton
    label="Set account manager"
    icon={<ManageAccounts />}
    dialog={(customerIds, close, unselect) => (
      <AccountManagerDialog customerIds={customerIds} onClose={close} onChanged={unselect} />
    )}
  />
);
