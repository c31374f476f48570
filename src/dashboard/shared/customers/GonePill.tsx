import { useReference } from 'react-admin';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { STAGE_LABELS } from '../../../journey/stages.ts';
import { Pill } from '../Pill.tsx';
import { PersonName } from '../people/PersonName.tsx';

/** What became of a customer who left the list, as far as it is known. */
export const GonePill = ({ id }: { id: string }) => {
  const { referenceRecord: customer } = useReference<CustomerRecord>({
    reference: 'customers',
    id,
  });
  return <Pill tone="neutral">{customer ? <Became customer={customer} /> : 'No longer here'}</Pill>;
};

const Became = ({ customer }: { customer: CustomerRecord }) => {
  const { assigneeId, snoozedById, connected, stage } = customer;
  if (customer.deletedAt) return 'Deleted in Codat';
  if (customer.closed) return 'Closed';
  if (customer.waiting)
    return (
      <>
        {customer.waitingFor ? 'Set to wait' : 'Snoozed'}
        {snoozedById && (
          <>
            {' '}
            by <PersonName id={snoozedById} />
          </>
        )}
      </>
    );
  if (connected) return 'Connected';
  if (!customer.stuck) return `Moved on: ${STAGE_LABELS[stage]}`;
  return assigneeId ? (
    <>
      Assigned to <PersonName id={assigneeId} />
    </>
  ) : (
    'No longer here'
  );
};
