import { useNotify, useUpdate } from 'react-admin';
import type { CustomerRecord } from '../../../api/customers/resource.ts';

type Changeable =
  | 'accountManagerId'
  | 'assigneeId'
  | 'snoozedUntil'
  | 'waitingFor'
  | 'waitingUntil'
  | 'waitingNote'
  | 'contactName'
  | 'contactEmail'
  | 'contactPhone'
  | 'contacts'
  | 'labels';
type Changes = Partial<Pick<CustomerRecord, Changeable>>;

/** Shows a change at once and sends it a few seconds later. Until then it can be undone. */
export const useChangeCustomer = (customer: CustomerRecord) => {
  const [update] = useUpdate<CustomerRecord>();
  const notify = useNotify();
  return (changes: Changes, message: string) =>
    update(
      'customers',
      { id: customer.id, data: changes, previousData: customer },
      {
        mutationMode: 'undoable',
        onSuccess: () => notify(message, { undoable: true }),
        // By now they may be on another page, so it says whose change it was.
        onError: (error: Error) =>
          notify(`The change to ${customer.name} wasn’t saved. ${error.message}`, {
            type: 'error',
          }),
      },
    );
};
