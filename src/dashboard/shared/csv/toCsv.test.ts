import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { toCsv } from './toCsv.ts';

const text = fc.string({
  unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', 'a', "'", '"', ',', ';', '1'),
});

describe('CSV', () => {
  it('keeps every value and contains none that a spreadsheet reads as a formula', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (value) => {
        const { data } = Papa.parse<string[]>(await toCsv([{ a: value, b: 'end' }]), {
          delimiter: ',',
          newline: '\r\n',
        });
        const [, [cell = '', end] = []] = data;
        expect(end).toBe('end');
        expect(cell).not.toMatch(/^[=+\-@\t\r]/);
        expect(cell.replace(/^'(?=[=+\-@\t\r])/, '')).toBe(value.replace(/^'(?=[=+\-@\t\r])/, ''));
      }),
    );
  });

  it.each([
    ['=1+1', `"'=1+1"`],
    ['+44 20', `"'+44 20"`],
    ['=1\n2', `"'=1\n2"`],
    ['Bo', 'Bo'],
  ])('writes %j as %j', async (value, written) => {
    expect(await toCsv([{ a: value }])).toBe(`\ufeffa\r\n${written}`);
  });
});
