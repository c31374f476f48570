import { Button } from '@mui/material';
import { CanAccess } from 'react-admin';
import { useOpenDialog } from '../../shared/dialogs/OpenDialogs.tsx';
import { AddCustomerDialog } from './lazyDialogs.ts';

export const AddCustomerButton = () => {
  const openDialog = useOpenDialog();
  return (
    <CanAccess resource="customers" action="create">
      <Button
        variant="contained"
        onClick={() => openDialog((close) => <AddCustomerDialog onClose={close} />)}
      >
        Add customer
      </Button>
    </CanAccess>
  );
};
