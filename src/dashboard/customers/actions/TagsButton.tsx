import EditOutlined from '@mui/icons-material/EditOutlined';
import { Button } from '@mui/material';
import { CanAccess } from 'react-admin';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { TagChips } from '../../shared/customers/TagChips.tsx';
import { useOpenDialog } from '../../shared/dialogs/OpenDialogs.tsx';
import { TagsDialog } from './lazyDialogs.ts';

/** The team’s tags on the customer, and a button to change them. */
export const TagsButton = ({ customer }: { customer: CustomerRecord }) => {
  const openDialog = useOpenDialog();
  const { labels } = customer;
  const open = () => openDialog((close) => <TagsDialog customer={customer} onClose={close} />);
  return (
    <>
      <TagChips labels={labels} />
      <CanAccess resource="customers" action="edit">
        <Button size="small" endIcon={<EditOutlined />} onClick={open} sx={{ py: 0 }}>
          {labels.length > 0 ? 'Tags' : 'Add tags'}
        </Button>
      </CanAccess>
    </>
  );
};
