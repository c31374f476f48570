import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  FormControl,
  FormControlLabel,
  FormLabel,
  Radio,
  RadioGroup,
} from '@mui/material';
import { type FormEvent, useId, useState } from 'react';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { CLOSE_REASONS } from '../../../journey/events.ts';
import { api } from '../../shared/api.ts';
import { CLOSE_REASON_LABELS, type CloseReason } from '../../shared/journey/labels.ts';
import { useCustomerAction } from './useCustomerAction.tsx';

type Props = { customer: CustomerRecord; onClose: () => void };

/** Explains what closing a case does, asks for the reason and closes it. */
export const CloseDialog = ({ customer, onClose }: Props) => {
  const title = useId();
  const [reason, setReason] = useState<CloseReason>('declined');
  const { mutate, isPending } = useCustomerAction();
  const param = { id: encodeURIComponent(customer.journeyId) };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mutate(
      {
        run: () => api.journeys[':id'].close.$post({ param, json: { reason } }),
        message: 'Case closed',
        undo: {
          run: () => api.journeys[':id'].reopen.$post({ param }),
          message: 'Case reopened',
        },
      },
      { onSettled: onClose },
    );
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={title} fullWidth maxWidth="xs">
      <form onSubmit={submit}>
        <DialogTitle id={title} sx={{ overflowWrap: 'anywhere' }}>
          Close <bdi>{customer.name}</bdi>
        </DialogTitle>
        <DialogContent>
          <DialogContentText>
            Removes them from the queue. Nothing changes in Codat, the customer isn’t notified and
            their link keeps working. You can reopen the case where it is now, and it reopens by
            itself if they approve access.
          </DialogContentText>
          <Reasons reason={reason} onChange={setReason} />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="contained" disabled={isPending}>
            Close case
          </Button>
        </DialogActions>
      </form>
    </Dialog>
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
