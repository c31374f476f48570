import MailOutlined from '@mui/icons-material/MailOutlined';
import { BulkButton } from '../bulk/BulkButton.tsx';
import { BulkSendDialog } from '../dialogs/lazyDialogs.ts';

/** Opens the dialog that emails all selected customers. */
export const BulkSendButton = () => (
  <BulkButton
    label="Send email"
    icon={<MailOutlined />}
    dialog={({ onDone, ...props }) => <BulkSendDialog {...props} onSent={onDone} />}
  />
);
