import ArchiveOutlined from '@mui/icons-material/ArchiveOutlined';
import { Alert, Button } from '@mui/material';
import { useGetList } from 'react-admin';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import type { EventRecord } from '../../../api/events/resource.ts';
import { api } from '../../shared/api.ts';
import { Ago } from '../../shared/format/Ago.tsx';
import { CLOSE_REASON_LABELS } from '../../shared/journey/labels.ts';
import { PersonName } from '../../shared/people/PersonName.tsx';
import { useCustomerAction } from './useCustomerAction.tsx';

/** Shows when and why a case was closed and who closed it, and reopens it. Says so if an approval reopened it. */
export const ClosedNotice = ({ customer }: { customer: CustomerRecord }) => {
  const { mutate, isPending } = useCustomerAction();
  if (customer.reopenedAt)
    return (
      <Alert severity="success" variant="outlined" sx={{ mb: 2, bgcolor: 'background.paper' }}>
        Reopened <Ago at={customer.reopenedAt} suffix=" ago" />: they approved access after the case
        was closed.
      </Alert>
    );
  if (!customer.closedAt || !customer.closedReason) return null;
  const reopen = () =>
    mutate({
      run: () =>
        api.journeys[':id'].reopen.$post({ param: { id: encodeURIComponent(customer.journeyId) } }),
      message: 'Case reopened',
    });
  return (
    <Alert
      severity="info"
      variant="outlined"
      icon={<ArchiveOutlined fontSize="small" />}
      sx={{ mb: 2, alignItems: 'center', bgcolor: 'background.paper' }}
      action={
        <Button variant="outlined" onClick={reopen} disabled={isPending}>
          Reopen
        </Button>
      }
    >
      Closed <Ago at={customer.closedAt} suffix=" ago" /> <By customerId={customer.id} />
      {` · ${CLOSE_REASON_LABELS[customer.closedReason]}.`}
    </Alert>
  );
};

const By = ({ customerId }: { customerId: string }) => {
  const { data } = useGetList<EventRecord>('events', {
    filter: { customerId, type: 'journey.closed' },
    pagination: { page: 1, perPage: 1 },
    sort: { field: 'occurredAt', order: 'DESC' },
  });
  const actorId = data?.[0]?.actorId;
  return (
    actorId && (
      <>
        by <PersonName id={actorId} />
      </>
    )
  );
};
