import { describe, expect, it } from 'vitest';
import { Problem } from '../http/problem.ts';
import { decodeText } from './decode.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) =>
  new Uint8Array([0xff, 0xfe, ...[...text].flatMap((letter) => [letter.charCodeAt(0), 0])]);

describe('decodeText', () => {
  it.each([
    ['UTF-8', utf8('Zoë Ålund 名'), 'Zoë Ålund 名'],
    ['UTF-8 with a byte order mark', utf8('\ufeffName'), 'Name'],
    ['UTF-16, as spreadsheets save it', utf16('Zoë\r\n'), 'Zoë\n'],
    ['Windows-1252', new Uint8Array([0x5a, 0x6f, 0xeb, 0x20, 0x80]), 'Zoë €'],
    ['no bytes at all', new Uint8Array(), ''],
    ['CRLF, CR and LF line ends', utf8('a\r\nb\rc\n'), 'a\nb\nc\n'],
  ])('decodes %s', (_, bytes, text) => {
    expect(decodeText(bytes)).toBe(text);
  });

  it.each([
    ['a workbook', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]), 'This is a spreadsheet'],
    [
      'an image',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]),
      'We can’t read this file’s text encoding',
    ],
    [
      'bytes that are undefined in Windows-1252',
      new Uint8Array([0x61, 0x81]),
      'We can’t read this file’s text encoding',
    ],
  ])('refuses %s', (_, bytes, says) => {
    expect(() => decodeText(bytes)).toThrow(Problem);
    expect(() => decodeText(bytes)).toThrow(says);
  });
});
