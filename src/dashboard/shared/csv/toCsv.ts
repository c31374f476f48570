/** What a spreadsheet would take for the start of a formula, whatever lines follow. */
const FORMULA = /^[=+\-@\t\r]/;

export type CsvRow = Record<string, string | number | boolean | null>;

/** The rows as CSV. Values that begin like a formula get an apostrophe before them. */
export const toCsv = async (rows: CsvRow[]): Promise<string> => {
  const { default: Papa } = await import('papaparse');
  return Papa.unparse(rows, { escapeFormulae: FORMULA });
};
