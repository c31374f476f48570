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
import { CLOSE_REASON_CHOICES, type CloseReason } from '../../shared/journey/labels.ts';
import { useAct } from './useAct.ts';

type Props = { customer: CustomerRecord; onClose: () => void };

/** Closes a customer’s journey, after saying what that does. */
export const CloseDialog = ({ customer, onClose }: Props) => {
  const title = useId();
  const [reason, setReason] = useState<CloseReason>('declined');
  const { mutate, isPending } = useAct();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mutate(
      {
        path: `journeys/${encodeURIComponent(customer.journeyId)}/close`,
        body: { reason },
        message: `${customer.name} is closed`,
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
            They leave the queue and nobody waits for them any more. Nothing changes at Codat, and
            the customer is told nothing. You can reopen them at any time.
          </DialogContentText>
          <Reasons reason={reason} onChange={setReason} />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="contained" disabled={isPending}>
            Close journey
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
      <FormLabel id={label}>Why?</FormLabel>
      <RadioGroup
        aria-labelledby={label}
        value={reason}
        onChange={(_, value) => onChange(value as CloseReason)}
      >
        {CLOSE_REASON_CHOICES.map(({ id, name }) => (
          <FormControlLabel key={id} value={id} label={name} control={<Radio size="small" />} />
        ))}
      </RadioGroup>
    </FormControl>
  );
};
