import { BYTE_ORDER_MARK, FORMULA } from '../../../common/csv.ts';

export type CsvRow = Record<string, string | number | boolean | null>;

/** Rows as CSV that spreadsheets open. Values that could be read as a formula get an apostrophe in front. */
export const toCsv = async (rows: CsvRow[]): Promise<string> => {
  const { default: Papa } = await import('papaparse');
  return `${BYTE_ORDER_MARK}${Papa.unparse(rows, { escapeFormulae: FORMULA })}`;
};
