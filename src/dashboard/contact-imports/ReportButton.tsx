import { useDataProvider } from 'react-admin';
import type { ContactImportLineRecord } from '../../api/contact-imports/lines-resource.ts';
import type { ContactImportRecord } from '../../api/contact-imports/resource.ts';
import { DownloadButton } from '../shared/csv/DownloadButton.tsx';
import { fetchAll } from '../shared/csv/fetchAll.ts';
import { saveCsv } from '../shared/csv/saveCsv.ts';
import { inOneLine } from './inOneLine.ts';

const OUTCOMES = { change: 'Changes', unchanged: 'Known already', faulty: 'Not usable' } as const;

const toRow = (line: ContactImportLineRecord) => ({
  Line: line.line,
  Outcome: OUTCOMES[line.outcome],
  'Customer id': line.customerId ?? '',
  Role: line.role ?? '',
  Before: inOneLine(line.before),
  After: inOneLine(line.after),
  Problem: line.problem ?? '',
  'As in the file': line.raw ?? '',
});

/** Saves what becomes of every line. */
export const ReportButton = ({ one: { id, fileName } }: { one: ContactImportRecord }) => {
  const dataProvider = useDataProvider();
  const save = async () => {
    const lines = await fetchAll<ContactImportLineRecord>(dataProvider, 'contact-import-lines', {
      filter: { importId: id },
      sort: { field: 'line', order: 'ASC' },
    });
    await saveCsv(lines.map(toRow), `${fileName.replace(/\.\w+$/, '')}-report`);
  };
  return <DownloadButton label="Report" save={save} />;
};
