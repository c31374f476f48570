import { useGetList } from 'react-admin';
import type { AttemptRecord } from '../../../api/attempts/resource.ts';
import type { CodatCheckRecord } from '../../../api/codat-checks/resource.ts';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import { useSoftware } from '../useSoftware.tsx';
import { codatReport } from './codatReport.ts';

const newest = (field: string) => ({
  pagination: { page: 1, perPage: 1 },
  sort: { field, order: 'DESC' as const },
});

/** What to tell Codat’s support about a customer. Gains lines as what it is made of arrives. */
export const useCodatReport = (customer: CustomerRecord): string => {
  const software = useSoftware(customer.software);
  const { data: attempts } = useGetList<AttemptRecord>('attempts', {
    ...newest('startedAt'),
    filter: { customerId: customer.id, outcome: 'failed' },
  });
  const { data: checks } = useGetList<CodatCheckRecord>('codat-checks', {
    ...newest('requestedAt'),
    filter: { customerId: customer.id },
  });
  return codatReport({
    customer,
    software: software?.name ?? null,
    attempt: attempts?.[0],
    check: checks?.[0],
  });
};
