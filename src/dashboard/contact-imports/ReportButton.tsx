import { fetchRelatedRecords, useDataProvider } from 'react-admin';
import type { ContactImportLineRecord } from '../../api/contact-imports/lines-resource.ts';
import type { ContactImportRecord } from '../../api/contact-imports/resource.ts';
import type { UserRecord } from '../../api/users/resource.ts';
import { DownloadButton } from '../shared/csv/DownloadButton.tsx';
import { fetchAll } from '../shared/csv/fetchAll.ts';
import { saveCsv } from '../shared/csv/saveCsv.ts';

const OUTCOMES = { change: 'Change', unchanged: 'No change', faulty: 'Error' } as const;

type Imported = ContactImportLineRecord['after'];
type People = Record<string, UserRecord>;

const inOneLine = (imported: Imported): string =>
  [imported?.name, imported?.email, imported?.phone].filter(Boolean).join(' · ');

const managerOf = (imported: Imported, people: People): string =>
  people[imported?.accountManagerId ?? '']?.name ?? '';

const toRow = (line: ContactImportLineRecord, people: People) => ({
  Row: line.line,
  Outcome: OUTCOMES[line.outcome],
  'Customer ID': line.customerId ?? '',
  Role: line.role ?? '',
  Before: inOneLine(line.before),
  After: inOneLine(line.after),
  'Account manager before': managerOf(line.before, people),
  'Account manager after': managerOf(line.after, people),
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
    const people: People = await fetchRelatedRecords(dataProvider)(
      lines.flatMap(({ before, after }) => [before ?? {}, after ?? {}]),
      'accountManagerId',
      'users',
    );
    await saveCsv(
      lines.map((line) => toRow(line, people)),
      `${fileName.replace(/\.\w+$/, '')}-report`,
    );
  };
  return <DownloadButton label="Download report" save={save} />;
};
