/** What a spreadsheet reads as the start of a formula, even if more lines follow. See https://owasp.org/www-community/attacks/CSV_Injection */
const FORMULA = /^[=+\-@\t\r]/;

export type CsvRow = Record<string, string | number | boolean | null>;

/** Rows as CSV. Values that start like a formula get an apostrophe in front. */
export const toCsv = async (rows: CsvRow[]): Promise<string> => {
  const { default: Papa } = await import('papaparse');
  return Papa.unparse(rows, { escapeFormulae: FORMULA });
};
