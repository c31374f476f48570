import { Problem } from '../http/problem.ts';

const SAVE_AS = 'Save it as “CSV UTF-8” and upload again.';

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** The encoding that a byte order mark announces; null without one. */
const announced = (bytes: Uint8Array): string | null => {
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  return startsWith(bytes, 0xfe, 0xff) ? 'utf-16be' : null;
};

const decodeUtf8 = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** NUL, which no text contains, and the control characters that undefined bytes of Windows-1252 decode to. */
const NOT_TEXT = /[\0\u0080-\u009f]/;

/**
 * Decodes a file: UTF-8, UTF-16 with a byte order mark, or else Windows-1252, which older spreadsheets write. Line ends
 * become `\n`, and the byte order mark is dropped.
 * @throws Problem 422 when the file is not text
 */
export const decodeText = (bytes: Uint8Array): string => {
  if (startsWith(bytes, 0x50, 0x4b, 3, 4))
    throw new Problem(422, `This is a spreadsheet or archive, not a CSV. ${SAVE_AS}`);
  const encoding = announced(bytes);
  const text = encoding
    ? new TextDecoder(encoding).decode(bytes)
    : (decodeUtf8(bytes) ?? new TextDecoder('windows-1252').decode(bytes));
  if (NOT_TEXT.test(text))
    throw new Problem(422, `We can’t read this file’s text encoding. ${SAVE_AS}`);
  return text.replace(/\r\n?/g, '\n');
};
