import { Problem } from '../http/problem.ts';

const SAVE_AS = 'Save it as “CSV UTF-8” and bring it again.';

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** Encodings that a spreadsheet announces by the first bytes. */
const announced = (bytes: Uint8Array): string | null => {
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  return startsWith(bytes, 0xfe, 0xff) ? 'utf-16be' : null;
};

const tryUtf8 = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** What no text holds, and what bytes become that Windows-1252 has no letter for. */
const NO_TEXT = /[\0\u0080-\u009f]/;

/**
 * The text of a file: UTF-8, UTF-16 with its mark, or else Windows-1252, which older spreadsheets write. Line ends
 * become `\n`, and a byte order mark is left out.
 * @throws Problem 422 when it is no text
 */
export const decodeText = (bytes: Uint8Array): string => {
  if (startsWith(bytes, 0x50, 0x4b, 3, 4))
    throw new Problem(422, `This is a spreadsheet or an archive, not a CSV file. ${SAVE_AS}`);
  const encoding = announced(bytes);
  const text = encoding
    ? new TextDecoder(encoding).decode(bytes)
    : (tryUtf8(bytes) ?? new TextDecoder('windows-1252').decode(bytes));
  if (NO_TEXT.test(text))
    throw new Problem(422, `This file is no text that we can read. ${SAVE_AS}`);
  return text.replace(/\r\n?/g, '\n');
};
