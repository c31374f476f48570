import { fetchRelatedRecords, useDataProvider } from 'react-admin';
import type { ContactImportLineRecord } from '../../api/contact-imports/lines-resource.ts';
import type { ContactImportRecord } from '../../api/contact-imports/resource.ts';
import { DownloadButton } from '../shared/csv/DownloadButton.tsx';
import { fetchAll } from '../shared/csv/fetchAll.ts';
import { saveCsv } from '../shared/csv/saveCsv.ts';
import { type People, reportRow } from './reportRow.ts';

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
      lines.map((line) => reportRow(line, people)),
      `${fileName.replace(/\.\w+$/, '')}-report`,
    );
  };
  return <DownloadButton label="Download report" save={save} />;
};
