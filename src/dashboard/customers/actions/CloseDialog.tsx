import {
  DialogContentText,
  FormControl,
  FormControlLabel,
  FormLabel,
  Radio,
  RadioGroup,
} from '@mui/material';
import { useId, useState } from 'react';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { CLOSE_REASONS } from '../../../journey/events.ts';
import { api } from '../../shared/api.ts';
import { DialogForm } from '../../shared/dialogs/DialogForm.tsx';
import { CLOSE_REASON_LABELS, type CloseReason } from '../../shared/journey/labels.ts';
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
      <Reasons reason={reason} onChange={setReason} />
    </DialogForm>
  );
};

type ReasonsProps = { reason: CloseReason; onChange: (reason: CloseReason) => void };

const Reasons = ({ reason, onChange }: ReasonsProps) => {
  const label = useId();
  return (
    <FormControl sx={{ mt: 2 }}>
      <FormLabel id={label}>Reason</FormLabel>
      <RadioGroup aria-labelledby={label} value={reason}>
        {CLOSE_REASONS.map((one) => (
          <FormControlLabel
            key={one}
            value={one}
            label={CLOSE_REASON_LABELS[one]}
            control={<Radio size="small" onChange={() => onChange(one)} />}
          />
        ))}
      </RadioGroup>
    </FormControl>
  );
};
