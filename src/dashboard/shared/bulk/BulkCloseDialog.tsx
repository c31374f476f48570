import { DialogContentText } from '@mui/material';
import { useState } from 'react';
import { CloseReasons } from '../customers/CloseReasons.tsx';
import type { CloseReason } from '../journey/labels.ts';
import { BulkForm, type BulkProps } from './BulkForm.tsx';

/** Closes the cases of all selected customers. */
export const BulkCloseDialog = (props: BulkProps) => {
  const [reason, setReason] = useState<CloseReason>('declined');
  return (
    <BulkForm
      {...props}
      title="Close"
      action="Close cases"
      done="closed"
      change={{ action: 'close', reason }}
    >
      <DialogContentText>
        Removes them from the queue. Nothing changes in Codat and nobody is notified.
      </DialogContentText>
      <CloseReasons reason={reason} onChange={setReason} />
    </BulkForm>
  );
};
