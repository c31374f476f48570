import { Button } from '@mui/material';
import { useState } from 'react';
import { CanAccess } from 'react-admin';
import { AddCustomerDialog } from './AddCustomerDialog.tsx';

export const AddCustomerButton = () => {
  const [open, setOpen] = useState(false);
  return (
    <CanAccess resource="customers" action="create">
      <Button variant="contained" onClick={() => setOpen(true)}>
        Add customer
      </Button>
      {open && <AddCustomerDialog onClose={() => setOpen(false)} />}
    </CanAccess>
  );
};
