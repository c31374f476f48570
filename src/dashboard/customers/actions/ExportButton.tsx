import {
  type DataProvider,
  fetchRelatedRecords,
  useDataProvider,
  useListContext,
} from 'react-admin';
import type { CustomerRecord } from '../../../api/customers/resource.ts';
import type { SoftwareRecord } from '../../../api/software/resource.ts';
import type { UserRecord } from '../../../api/users/resource.ts';
import { DownloadButton } from '../../shared/csv/DownloadButton.tsx';
import { fetchAll } from '../../shared/csv/fetchAll.ts';
import { saveCsv } from '../../shared/csv/saveCsv.ts';
import { exportName, exportRow, type Named } from './exportRow.ts';

/** Exports all customers that match the list’s filters, not just the page shown. */
const exportCustomers = async (
  dataProvider: DataProvider,
  params: Parameters<typeof fetchAll>[2],
): Promise<void> => {
  const customers = await fetchAll<CustomerRecord>(dataProvider, 'customers', params);
  const related = fetchRelatedRecords(dataProvider);
  const software: Named<SoftwareRecord> = await related(customers, 'software', 'software');
  const people: Named<UserRecord> = await related(customers, 'accountManagerId', 'users');
  await saveCsv(
    customers.map((customer) => exportRow(customer, software, people)),
    exportName(new Date()),
  );
};

/** Saves the list, filtered and sorted as shown, as a CSV file that the contact import can read. */
export const ExportButton = () => {
  const { filterValues: filter, sort } = useListContext();
  const dataProvider = useDataProvider();
  return (
    <DownloadButton label="Export" save={() => exportCustomers(dataProvider, { filter, sort })} />
  );
};
