import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { unguarded } from '../../../common/csv.ts';
import { toCsv } from './toCsv.ts';

const SIGNS = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫'];
/** What spreadsheets drop at the start of a value. */
const DROPPED = ['\t', '\r', '\n', ' ', '\u00a0', '\ufeff', '\u200b', '\u202e', '"', "'", '\u0001'];

const text = fc.string({ unit: fc.constantFrom(...SIGNS, ...DROPPED, 'a', ',', ';', '1') });

/** The first cell of the only row, as a spreadsheet reads it. */
const cellOf = async (value: string): Promise<string> => {
  const options = { delimiter: ',', newline: '\r\n' } as const;
  const { data } = Papa.parse<string[]>(await toCsv([{ a: value, b: 'end' }]), options);
  const [, [cell = '', end] = []] = data;
  expect(end).toBe('end');
  return cell;
};

describe('CSV', () => {
  it('keeps every value, which the import reads as it was', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (value) => {
        const cell = await cellOf(value);
        expect([value, `'${value}`]).toContain(cell);
        if (cell !== value) expect(unguarded(cell)).toBe(value);
      }),
    );
  });

  it.each(SIGNS.flatMap((sign) => ['', ...DROPPED].map((dropped) => `${dropped}${sign}1+1`)))(
    'puts an apostrophe before the formula %j',
    async (formula) => {
      expect(await cellOf(formula)).toBe(`'${formula}`);
    },
  );

  it.each(['\t1', '\r1', '\n1'])(
    'puts an apostrophe before what is dropped in %j',
    async (value) => {
      expect(await cellOf(value)).toBe(`'${value}`);
    },
  );

  it.each([
    ['=1+1', `"'=1+1"`],
    ['+44 20', `"'+44 20"`],
    ['=1\n2', `"'=1\n2"`],
    ['Bo', 'Bo'],
    ['O’Neill', 'O’Neill'],
    ['“Bo” Ek', '“Bo” Ek'],
  ])('writes %j as %j', async (value, written) => {
    expect(await toCsv([{ a: value }])).toBe(`\ufeffa\r\n${written}`);
  });
});
