/** What a spreadsheet reads as the start of a formula, even if more lines follow. See https://owasp.org/www-community/attacks/CSV_Injection */
const FORMULA = /^[=+\-@\t\r]/;

export type CsvRow = Record<string, string | number | boolean | null>;

/** Without it, Excel reads a file in the computer’s old encoding: “ZoÃ«”. */
const BYTE_ORDER_MARK = '\ufeff';

/** Rows as CSV that spreadsheets open. Values that start like a formula get an apostrophe in front. */
export const toCsv = async (rows: CsvRow[]): Promise<string> => {
  const { default: Papa } = await import('papaparse');
  return `${BYTE_ORDER_MARK}${Papa.unparse(rows, { escapeFormulae: FORMULA })}`;
};
