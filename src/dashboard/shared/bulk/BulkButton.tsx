import { Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useListContext, useNotify } from 'react-admin';
import { useOpenDialog } from '../dialogs/OpenDialogs.tsx';
import type { BulkProps } from './BulkForm.tsx';

type Props = {
  label: string;
  icon: ReactNode;
  /** Shows the dialog for the selected customers. Once something is done to them, the selection ends. */
  dialog: (props: BulkProps) => ReactNode;
};

/** Opens a dialog for all selected customers. */
export const BulkButton = ({ label, icon, dialog }: Props) => {
  const { selectedIds, onUnselectItems } = useListContext();
  const notify = useNotify();
  const openDialog = useOpenDialog();
  const open = () => {
    // The toolbar can still be clicked while it fades out after the selection was cleared.
    if (selectedIds.length === 0) notify('Select at least one customer.', { type: 'warning' });
    else {
      // The selection at the time of the click, because it may change while the dialog is open.
      const customerIds = selectedIds.map(String);
      openDialog((onClose) => dialog({ customerIds, onClose, onDone: () => onUnselectItems() }));
    }
  };
  return (
    <Button startIcon={icon} onClick={open}>
      {label}
    </Button>
  );
};
