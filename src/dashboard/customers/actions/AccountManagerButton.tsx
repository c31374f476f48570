import EditOutlined from '@mui/icons-material/EditOutlined';
import { Button } from '@mui/material';
import { CanAccess } from 'react-admin';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { AccountManagerDialog } from '../../shared/dialogs/lazyDialogs.ts';
import { useOpenDialog } from '../../shared/dialogs/OpenDialogs.tsx';
import { PersonName } from '../../shared/people/PersonName.tsx';

/** The customer’s account manager, as a button to change it. */
export const AccountManagerButton = ({ customer }: { customer: CustomerRecord }) => {
  const openDialog = useOpenDialog();
  const { accountManagerId } = customer;
  const open = () =>
    openDialog((close) => <AccountManagerDialog customer={customer} onClose={close} />);
  return (
    <CanAccess resource="customers" action="edit">
      <Button
        size="small"
        endIcon={<EditOutlined />}
        onClick={open}
        sx={{
          py: 0,
          // Other buttons aren't printed, but this one says who the account manager is.
          '@media print': { '&&': { display: accountManagerId && 'inline-flex !important' } },
        }}
      >
        {accountManagerId ? (
          <span>
            {'Account manager · '}
            <PersonName id={accountManagerId} />
          </span>
        ) : (
          'Set account manager'
        )}
      </Button>
    </CanAccess>
  );
};
