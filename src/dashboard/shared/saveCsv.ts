import { downloadCSV } from 'react-admin';

/** What a spreadsheet would take for the start of a formula, whatever lines follow. */
const FORMULA = /^[=+\-@\t\r]/;

/** Saves rows as a CSV file under a name. Values that begin like a formula get an apostrophe before them. */
export const saveCsv = async (
  rows: Record<string, string | number | boolean | null>[],
  fileName: string,
): Promise<void> => {
  const { default: Papa } = await import('papaparse');
  downloadCSV(Papa.unparse(rows, { escapeFormulae: FORMULA }), fileName);
};
