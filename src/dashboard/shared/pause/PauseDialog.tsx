import { useState } from 'react';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { useChangeCustomer } from '../customers/useChangeCustomer.ts';
import { DialogForm } from '../dialogs/DialogForm.tsx';
import { PauseFields } from './PauseFields.tsx';
import { changeOf, type PauseKind, startWith } from './pauseChoice.ts';
import { pauseSaved } from './pauses.ts';

type Props = { customer: CustomerRecord; kind: PauseKind; onClose: () => void };

/** Chooses until when a customer is hidden from the queue, or who or what the case waits for. */
export const PauseDialog = ({ customer, kind, onClose }: Props) => {
  const [choice, setChoice] = useState(() => startWith(kind, Date.now()));
  const change = useChangeCustomer(customer);
  const changes = changeOf(choice, Date.now());
  const save = () => {
    if (!changes) return;
    onClose();
    change(changes, pauseSaved(changes));
  };
  return (
    <DialogForm
      title={
        <>
          Snooze or wait: <bdi>{customer.name}</bdi>
        </>
      }
      action="Save"
      ready={changes !== null}
      onSubmit={save}
      onClose={onClose}
    >
      <PauseFields choice={choice} onChange={setChoice} />
    </DialogForm>
  );
};
