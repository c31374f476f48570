import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { NOT_PAUSED } from '../../../journey/clock/pause.ts';
import type { PauseChange } from '../../../journey/events.ts';
import { useChangeCustomer } from '../customers/useChangeCustomer.ts';
import { PauseDialog } from '../dialogs/lazyDialogs.ts';
import { useOpenDialog } from '../dialogs/OpenDialogs.tsx';
import type { PauseKind } from './pauseChoice.ts';
import { pauseAgain, pauseSaved } from './pauses.ts';
import { useNextWorkingDay } from './useNextWorkingDay.ts';

/** Snoozes a customer or waits for somebody, with one click or in a dialog. Can be undone for some seconds. */
export const useSnooze = (customer: CustomerRecord) => {
  const change = useChangeCustomer(customer);
  const openDialog = useOpenDialog();
  const workday = useNextWorkingDay();
  const { lastPause } = customer;
  return {
    pause: (changes: PauseChange, message = pauseSaved(changes)) => change(changes, message),
    /** When the next working day starts, if that is known. */
    workday,
    wake: () => change(NOT_PAUSED, 'Woken up'),
    /** The last pause again, if it can be repeated. */
    again: lastPause && pauseAgain(lastPause, Date.now()),
    openDialog: (kind: PauseKind) =>
      openDialog((close) => <PauseDialog {...{ customer, kind, workday }} onClose={close} />),
  };
};
