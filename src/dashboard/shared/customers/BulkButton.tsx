import { Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useListContext, useNotify } from 'react-admin';
import { useOpenDialog } from '../dialogs/OpenDialogs.tsx';

type Props = {
  label: string;
  icon: ReactNode;
  /** Shows the dialog for the selected customers. `unselect` ends the selection. */
  dialog: (customerIds: string[], close: () => void, unselect: () => void) => ReactNode;
};

/** Opens a dialog for all selected customers. */
export const BulkButton = ({ label, icon, dialog }: Props) => {
  const { selectedIds, onUnselectItems } = useListContext();
  const notify = useNotify();
  const openDialog = useOpenDialog();
  const open = () => {
    // The toolbar can still be clicked while it fades out after the selection was cleared.
    if (selectedIds.length === 0) notify('Select at least one customer.', { type: 'warning' });
    // The selection at the time of the click, because it may change while the dialog is open.
    else openDialog((close) => dialog(selectedIds.map(String), close, () => onUnselectItems()));
  };
  return (
    <Button startIcon={icon} onClick={open}>
      {label}
    </Button>
  );
};
