import CallOutlined from '@mui/icons-material/CallOutlined';
import { Button } from '@mui/material';
import { useState } from 'react';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { LogCallDialog } from '../../shared/customers/LogCallDialog.tsx';

export const LogCallButton = ({ customer }: { customer: CustomerRecord }) => {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<CallOutlined />}
        onClick={() => setOpen(true)}
        sx={{ whiteSpace: 'nowrap' }}
      >
        Log a call
      </Button>
      {open && <LogCallDialog customer={customer} onClose={() => setOpen(false)} />}
    </>
  );
};
