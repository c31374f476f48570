import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { decodeText } from './decode.ts';
import { readLines } from './read-lines.ts';

const read = (text: string, delimiter = ',') => [...readLines(text, delimiter)];

const cell = fc.string({
  unit: fc.constantFrom('a', 'é', '名', '"', ',', ';', '\t', '\n', ' ', "'", '=', '\ufeff'),
});
/** Empty lines would be skipped. */
const row = fc
  .array(cell, { minLength: 2, maxLength: 5 })
  .filter((cells) => cells.some((one) => one.trim() !== ''));

describe('readLines', () => {
  it('reads back what Papa Parse writes', () => {
    const rows = fc.array(row, { minLength: 1, maxLength: 20 });
    const delimiters = fc.constantFrom(',', ';', '\t');
    const ends = fc.constantFrom('\n', '\r\n');
    fc.assert(
      fc.property(rows, delimiters, ends, fc.boolean(), (written, delimiter, newline, quotes) => {
        const text = Papa.unparse(written, { delimiter, newline, quotes });
        const lines = read(decodeText(new TextEncoder().encode(text)), delimiter);
        expect(lines.map(({ problem }) => problem)).toEqual(written.map(() => null));
        expect(lines.map(({ cells }) => cells)).toEqual(written);
      }),
    );
  });

  it('numbers lines by where they start, and skips empty ones', () => {
    const lines = read('a,b\n\n"x\ny",2\n , \n3,4\n');
    expect(lines.map(({ number, cells }) => [number, ...cells])).toEqual([
      [1, 'a', 'b'],
      [3, 'x\ny', '2'],
      [6, '3', '4'],
    ]);
    expect(lines.map(({ raw }) => raw)).toEqual(['a,b', '"x\ny",2', '3,4']);
  });

  it.each([
    ['is never closed', '1,"Bo'],
    ['is followed by letters', '1,"Bo"x'],
    ['is closed by one in a later line', '1,"Bo,\n2,"Cy"x'],
  ])('loses only the line with a quotation mark that %s', (_, broken) => {
    const lines = read(`a,b\n${broken}\n3,"Di, Ek"\n4,Flo\n`);
    const [, wrong, ...rest] = lines;
    expect(wrong).toMatchObject({ number: 2, raw: broken.split('\n')[0] });
    expect(wrong?.problem).toContain('Unmatched quotation mark');
    expect(rest.slice(-2).map(({ cells }) => cells)).toEqual([
      ['3', 'Di, Ek'],
      ['4', 'Flo'],
    ]);
  });

  it('skips millions of empty lines within seconds', { timeout: 4000 }, () => {
    const lines = read(`a,b\n${'\n'.repeat(4_000_000)}1,2`);
    expect(lines.map(({ number }) => number)).toEqual([1, 4_000_002]);
  });

  it('reports a line that is too long once', () => {
    const lines = read(`a,b\n${'x'.repeat(30_000)},1\n"${'\n'.repeat(12_000)}",2\n5,6`);
    expect(lines.map(({ number, problem }) => [number, problem?.slice(0, 9)])).toEqual([
      [1, undefined],
      [2, 'Longer th'],
      [3, 'Unmatched'],
      [12_003, 'Unmatched'],
      [12_004, undefined],
    ]);
  });
});
