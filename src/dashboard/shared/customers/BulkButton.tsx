import { Button } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useListContext, useNotify } from 'react-admin';

type Props = {
  label: string;
  icon: ReactNode;
  /** Shows the dialog for the selected customers. */
  dialog: (customerIds: string[], close: () => void) => ReactNode;
};

/** Opens a dialog for all selected customers. */
export const BulkButton = ({ label, icon, dialog }: Props) => {
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
      <Button startIcon={icon} onClick={open}>
        {label}
      </Button>
      {customerIds.length > 0 && dialog(customerIds, () => setCustomerIds([]))}
    </>
  );
};
