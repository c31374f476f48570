import { useDataProvider } from 'react-admin';
import type { ContactImportLineRecord } from '../../api/contact-imports/lines-resource.ts';
import type { ContactImportRecord } from '../../api/contact-imports/resource.ts';
import type { Contact } from '../../journey/contacts.ts';
import { DownloadButton } from '../shared/csv/DownloadButton.tsx';
import { fetchAll } from '../shared/csv/fetchAll.ts';
import { saveCsv } from '../shared/csv/saveCsv.ts';

const OUTCOMES = { change: 'Change', unchanged: 'No change', faulty: 'Error' } as const;

const inOneLine = (contact: Contact | null): string =>
  [contact?.name, contact?.email, contact?.phone].filter(Boolean).join(' · ');

const toRow = (line: ContactImportLineRecord) => ({
  Row: line.line,
  Outcome: OUTCOMES[line.outcome],
  'Customer ID': line.customerId ?? '',
  Role: line.role ?? '',
  Before: inOneLine(line.before),
  After: inOneLine(line.after),
  Problem: line.problem ?? '',
  'Text in file': line.raw ?? '',
});

/** Downloads the outcome of every row. */
export const ReportButton = ({ one: { id, fileName } }: { one: ContactImportRecord }) => {
  const dataProvider = useDataProvider();
  const save = async () => {
    const lines = await fetchAll<ContactImportLineRecord>(dataProvider, 'contact-import-lines', {
      filter: { importId: id },
      sort: { field: 'line', order: 'ASC' },
    });
    await saveCsv(lines.map(toRow), `${fileName.replace(/\.\w+$/, '')}-report`);
  };
  return <DownloadButton label="Download report" save={save} />;
};
