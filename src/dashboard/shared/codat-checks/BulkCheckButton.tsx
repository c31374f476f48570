import CloudSync from '@mui/icons-material/CloudSyncOutlined';
import { BulkButton } from '../bulk/BulkButton.tsx';
import { BulkCheckDialog } from '../dialogs/lazyDialogs.ts';

/** Asks Codat now about all selected customers. */
export const BulkCheckButton = () => (
  <BulkButton
    label="Check in Codat"
    icon={<CloudSync />}
    dialog={(props) => <BulkCheckDialog {...props} />}
  />
);
