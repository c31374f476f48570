import MailOutlined from '@mui/icons-material/MailOutlined';
import { Button } from '@mui/material';
import { useState } from 'react';
import { useListContext } from 'react-admin';
import { BulkSendDialog } from './BulkSendDialog.tsx';

/** Offers to write to all customers that are ticked. */
export const BulkSendButton = () => {
  const { selectedIds } = useListContext();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button startIcon={<MailOutlined />} onClick={() => setOpen(true)}>
        Write to them
      </Button>
      {open && (
        <BulkSendDialog customerIds={selectedIds.map(String)} onClose={() => setOpen(false)} />
      )}
    </>
  );
};
