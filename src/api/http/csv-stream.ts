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
  const encoder = new TextEncoder();
  const leaving = new AbortController();
  let wanted: PromiseWithResolvers<void> | undefined;
  leaving.signal.addEventListener('abort', () => wanted?.reject(leaving.signal.reason));

  const untilWanted = async (): Promise<void> => {
    wanted = Promise.withResolvers();
    const timer = setTimeout(
      () => leaving.abort(new Error('The client reads nothing.')),
      PATIENCE_MS,
    );
    await wanted.promise.finally(() => clearTimeout(timer));
  };

  return new ReadableStream({
    start: (controller) => {
      const send = async (text: string): Promise<void> => {
        leaving.signal.throwIfAborted();
        controller.enqueue(encoder.encode(text));
        if ((controller.desiredSize ?? 0) <= 0) await untilWanted();
      };
      write(send).then(
        () => leaving.signal.aborted || controller.close(),
        (error) => controller.error(error),
      );
    },
    pull: () => wanted?.resolve(),
    cancel: (reason) => leaving.abort(reason),
  });
};
