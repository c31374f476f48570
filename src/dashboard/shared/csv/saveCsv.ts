import { downloadCSV } from 'react-admin';
import { type CsvRow, toCsv } from './toCsv.ts';

/** Saves rows as a CSV file. */
export const saveCsv = async (rows: CsvRow[], fileName: string): Promise<void> =>
  downloadCSV(await toCsv(rows), fileName);
