import Papa from 'papaparse';
import { BYTE_ORDER_MARK, FORMULA } from '../../common/csv.ts';

/** How long a client may read nothing. It would hold the connection to the database that the file comes from. */
const PATIENCE_MS = 15_000;

const csvOf = (rows: unknown[][]): string => Papa.unparse(rows, { escapeFormulae: FORMULA });

/** A line of names, and one for each row. Rows come in batches. */
export async function* linesOf<R>(
  columns: Record<string, (row: R) => unknown>,
  batches: AsyncIterable<R[]>,
) {
  yield BYTE_ORDER_MARK + csvOf([Object.keys(columns)]);
  const cells = Object.values(columns);
  for await (const batch of batches)
    yield `\r\n${csvOf(batch.map((row) => cells.map((cell) => cell(row))))}`;
}

/**
 * A file as it is written, no faster than the client reads. An error breaks the connection, so that nobody takes half a
 * file for all of it.
 */
export const csvStream = (
  write: (send: (text: string) => Promise<void>) => Promise<void>,
): ReadableStream<Uint8Array> => {
  const { readable, writable } = new TextEncoderStream();
  const writer = writable.getWriter();
  const abort = (error: unknown): Promise<void> => writer.abort(error).catch(() => {});
  const send = async (text: string): Promise<void> => {
    const timer = setTimeout(() => abort(new Error('The client reads nothing.')), PATIENCE_MS);
    await writer.write(text).finally(() => clearTimeout(timer));
  };
  write(send).then(() => writer.close().catch(abort), abort);
  return readable;
};
