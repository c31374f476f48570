import { HttpError } from 'react-admin';
import { BYTE_ORDER_MARK } from '../../../common/csv.ts';
import { whenSignedIn } from '../http.ts';
import { refusalOf, unreachable } from '../server/request.ts';

export type Progress = { rows: number; total: number };

type Options = { signal: AbortSignal; onProgress: (progress: Progress) => void };

const BROKEN = 'The export broke off before its end. Try again.';

/** Counts the rows of a file as it arrives: line breaks outside of quotation marks, and none after the last row. */
const createRowCount = () => {
  let rows = 0;
  let quoted = false;
  return (text: string): number => {
    text.split('"').forEach((part, index) => {
      if (index > 0) quoted = !quoted;
      if (!quoted) rows += part.split('\n').length - 1;
    });
    return rows;
  };
};

const totalOf = ({ headers }: Response): number =>
  Number(headers.get('content-range')?.split('/')[1]);

const open = async (path: string, signal: AbortSignal): Promise<Response> => {
  const response = await fetch(path, { signal }).catch((error: unknown) => {
    throw signal.aborted ? error : unreachable();
  });
  if (!response.ok) throw await refusalOf(response);
  return response;
};

/**
 * Fetches a CSV file that the API writes row by row, and says how far it is.
 * @throws HttpError when the API refuses, can’t be reached or breaks off
 */
export const fetchCsv = async (path: string, { signal, onProgress }: Options): Promise<string> => {
  const response = await whenSignedIn(() => open(path, signal));
  const total = totalOf(response);
  const count = createRowCount();
  const texts = [BYTE_ORDER_MARK];
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const broken = () => new HttpError(BROKEN, 0);
  let rows = 0;
  for (;;) {
    const read = await reader?.read().catch((error: unknown) => {
      throw signal.aborted ? error : broken();
    });
    if (!read || read.done) break;
    texts.push(read.value);
    rows = count(read.value);
    onProgress({ rows, total });
  }
  if (rows !== total) throw broken();
  return texts.join('');
};
