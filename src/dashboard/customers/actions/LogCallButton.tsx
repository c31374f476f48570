import CallOutlined from '@mui/icons-material/CallOutlined';
import { Button } from '@mui/material';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { LogCallDialog } from '../../shared/dialogs/lazyDialogs.ts';
import { useOpenDialog } from '../../shared/dialogs/OpenDialogs.tsx';
import { useShortcut } from '../../shared/keyboard/useShortcut.ts';

export const LogCallButton = ({ customer }: { customer: CustomerRecord }) => {
  const openDialog = useOpenDialog();
  const { shortcut } = useShortcut('c');
  return (
    <Button
      variant="outlined"
      startIcon={<CallOutlined />}
      onClick={() => openDialog((close) => <LogCallDialog customer={customer} onClose={close} />)}
      sx={{ whiteSpace: 'nowrap' }}
      {...shortcut}
    >
      Log a call
    </Button>
  );
};
