import { Alert, LinearProgress } from '@mui/material';
import type { ReactNode } from 'react';
import type { ChangeOfEach } from '../../../api/customers/bulk/body.ts';
import { DialogForm } from '../dialogs/DialogForm.tsx';
import { counted } from '../format/counted.ts';
import { BulkPreview } from './BulkPreview.tsx';
import { useBulkChange } from './useBulkChange.tsx';

/** What every dialog for a selection is given. */
export type BulkProps = { customerIds: string[]; onClose: () => void; onDone: () => void };

type Props = BulkProps & {
  /** Such as “Close”: followed by how many customers. */
  title: string;
  /** What the button says. */
  action: string;
  /** What then has been done to customers, such as “closed”. */
  done: string;
  /** Null until there is something to do. */
  change: ChangeOfEach | null;
  children: ReactNode;
};

/** Asks what to do to all selected customers, and shows who will be changed and who skipped, before it is done. */
export const BulkForm = (props: Props) => {
  const { customerIds, onClose, onDone, title, action, done, change, children } = props;
  const finish = () => {
    onDone();
    onClose();
  };
  const { preview, ready, run } = useBulkChange({ ids: customerIds, change, done, onDone: finish });
  return (
    <DialogForm
      title={`${title} ${counted(customerIds.length, 'customer', 'customers')}`}
      action={action}
      maxWidth="sm"
      ready={change !== null && ready}
      onSubmit={run}
      onClose={onClose}
    >
      {children}
      {change && preview.error && (
        <Alert severity="error" sx={{ mt: 2 }}>
          {preview.error.message}
        </Alert>
      )}
      {change && preview.isLoading && <LinearProgress aria-label="Preparing…" sx={{ mt: 2 }} />}
      {change && preview.data && <BulkPreview preview={preview.data} />}
    </DialogForm>
  );
};
