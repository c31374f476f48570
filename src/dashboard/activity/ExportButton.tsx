import { downloadCSV, useListContext } from 'react-admin';
import { BYTE_ORDER_MARK } from '../../common/csv.ts';
import { DownloadButton } from '../shared/csv/DownloadButton.tsx';
import { localDay } from '../shared/format/localDay.ts';
import { fetchJson } from '../shared/http.ts';

/** Reading the answer as text drops its byte order mark. */
const exportActivity = async (filter: object): Promise<void> => {
  const query = new URLSearchParams({ filter: JSON.stringify(filter) });
  const { body } = await fetchJson(`/api/activity.csv?${query}`);
  downloadCSV(`${BYTE_ORDER_MARK}${body}`, `unstuck-activity-${localDay(new Date())}`);
};

/** Saves all entries that match the list’s filters as a CSV file, which the log records. */
export const ExportButton = () => {
  const { filterValues } = useListContext();
  return <DownloadButton label="Export" save={() => exportActivity(filterValues)} />;
};
