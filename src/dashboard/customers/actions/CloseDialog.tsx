import { DialogContentText } from '@mui/material';
import { useState } from 'react';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { api } from '../../shared/api.ts';
import { CloseReasons } from '../../shared/customers/CloseReasons.tsx';
import { DialogForm } from '../../shared/dialogs/DialogForm.tsx';
import type { CloseReason } from '../../shared/journey/labels.ts';
import { useCustomerAction } from './useCustomerAction.tsx';

type Props = { customer: CustomerRecord; onClose: () => void };

/** Explains what closing a case does, asks for the reason and closes it. */
export const CloseDialog = ({ customer, onClose }: Props) => {
  const [reason, setReason] = useState<CloseReason>('declined');
  const { mutateAsync } = useCustomerAction();
  const param = { id: encodeURIComponent(customer.journeyId) };
  const close = async () => {
    await mutateAsync({
      run: () => api.journeys[':id'].close.$post({ param, json: { reason } }),
      message: 'Case closed',
      showsFailure: true,
      undo: {
        run: () => api.journeys[':id'].reopen.$post({ param }),
        message: 'Case reopened',
      },
    });
    onClose();
  };
  return (
    <DialogForm
      title={
        <>
          Close <bdi>{customer.name}</bdi>
        </>
      }
      action="Close case"
      onSubmit={close}
      onClose={onClose}
    >
      <DialogContentText>
        Removes them from the queue. Nothing changes in Codat, the customer isn’t notified and their
        link keeps working. You can reopen the case where it is now, and it reopens by itself if
        they approve access.
      </DialogContentText>
      <CloseReasons reason={reason} onChange={setReason} />
    </DialogForm>
  );
};
