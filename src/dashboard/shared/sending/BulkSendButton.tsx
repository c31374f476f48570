import MailOutlined from '@mui/icons-material/MailOutlined';
import { Button } from '@mui/material';
import { useState } from 'react';
import { useListContext, useNotify } from 'react-admin';
import { BulkSendDialog } from './BulkSendDialog.tsx';

/** Opens the dialog that emails all selected customers. */
export const BulkSendButton = () => {
  const { selectedIds } = useListContext();
  const notify = useNotify();
  // The selection at the time of the click, because it may change while the dialog is open.
  const [customerIds, setCustomerIds] = useState<string[]>([]);
  const open = () => {
    // The toolbar can still be clicked while it fades out after the selection was cleared.
    if (selectedIds.length === 0) notify('Select at least one customer.', { type: 'warning' });
    setCustomerIds(selectedIds.map(String));
  };
  return (
    <>
      <Button startIcon={<MailOutlined />} onClick={open}>
        Send email
      </Button>
      {customerIds.length > 0 && (
        <BulkSendDialog customerIds={customerIds} onClose={() => setCustomerIds([])} />
      )}
    </>
  );
};
