import {
  type DataProvider,
  fetchRelatedRecords,
  useDataProvider,
  useListContext,
} from 'react-admin';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import type { SoftwareRecord } from '../../../api/software/resource.ts';
import type { UserRecord } from '../../../api/users/resource.ts';
import { STAGE_LABELS } from '../../../journey/stages.ts';
import { DownloadButton } from '../../shared/csv/DownloadButton.tsx';
import { fetchAll } from '../../shared/csv/fetchAll.ts';
import { saveCsv } from '../../shared/csv/saveCsv.ts';
import { stuckStatus } from '../../shared/journey/labels.ts';

type Named<R> = Record<string, R>;

const toRow = (
  customer: CustomerRecord,
  software: Named<SoftwareRecord>,
  people: Named<UserRecord>,
) => ({
  'Customer id': customer.id,
  Customer: customer.name,
  Stage: STAGE_LABELS[customer.stage],
  Software: software[customer.software ?? '']?.name ?? '',
  Stuck: customer.stuck ? (stuckStatus(customer)?.label ?? '') : '',
  'Stuck since': customer.stuck ? (customer.stuckAt ?? '') : '',
  'Account manager': people[customer.accountManagerId ?? '']?.name ?? '',
  'Last activity': customer.lastActivityAt ?? '',
  'Contact name': customer.contactName ?? '',
  'E-mail': customer.contactEmail ?? '',
  Phone: customer.contactPhone ?? '',
});

/** All customers that the list shows, on every page of it. */
const exportCustomers = async (
  dataProvider: DataProvider,
  params: Parameters<typeof fetchAll>[2],
): Promise<void> => {
  const customers = await fetchAll<CustomerRecord>(dataProvider, 'customers', params);
  const related = fetchRelatedRecords(dataProvider);
  const software: Named<SoftwareRecord> = await related(customers, 'software', 'software');
  const people: Named<UserRecord> = await related(customers, 'accountManagerId', 'users');
  await saveCsv(
    customers.map((customer) => toRow(customer, software, people)),
    'customers',
  );
};

/** Saves the list as it is filtered and sorted; a file that the import of contacts can read. */
export const ExportButton = () => {
  const { filterValues: filter, sort } = useListContext();
  const dataProvider = useDataProvider();
  return (
    <DownloadButton label="Export" save={() => exportCustomers(dataProvider, { filter, sort })} />
  );
};
