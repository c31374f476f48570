import { useState } from 'react';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import type { Instant } from '../../../journey/instant.ts';
import { useChangeCustomer } from '../customers/useChangeCustomer.ts';
import { DialogForm } from '../dialogs/DialogForm.tsx';
import { PauseFields } from './PauseFields.tsx';
import { changeOf, type PauseKind, startWith } from './pauseChoice.ts';
import { pauseSaved } from './pauses.ts';

type Props = {
  customer: CustomerRecord;
  kind: PauseKind;
  /** When the next working day starts, if that is known. */
  workday: Instant | null;
  onClose: () => void;
};

/** Chooses until when a customer is hidden from the queue, or who or what the case waits for. */
export const PauseDialog = ({ customer, kind, workday, onClose }: Props) => {
  const [choice, setChoice] = useState(() => startWith(kind, workday));
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
