import { describe, expect, it } from 'vitest';
import { SOFTWARE } from '../src/journey/content/software.ts';
import { recognizeReason } from '../src/journey/recognize-reason.ts';
import type { ErrorText } from './error-texts/error-text.ts';
import { HELD_OUT } from './error-texts/held-out.ts';
import { ERROR_TEXTS } from './error-texts/index.ts';

const recognized = (software: string, [, statusCode, text]: ErrorText) =>
  recognizeReason({ statusCode, text, software });

/** The error texts of one package, with how many of them are recognized. */
const tableOf = (key: string, what: string, rows: readonly ErrorText[] = []) => {
  const missed = rows.filter((row) => recognized(key, row) !== row[0]);
  const unknown = missed.filter((row) => recognized(key, row) === 'unknown').length;
  return { key, what, rows, all: rows.length, right: rows.length - missed.length, unknown };
};

const TABLES = SOFTWARE.flatMap(({ key, name }) => [
  tableOf(key, name, ERROR_TEXTS[key]),
  ...(HELD_OUT[key] ? [tableOf(key, `${name}, held out`, HELD_OUT[key])] : []),
]);
const ROWS = TABLES.flatMap(({ rows }) => rows);

describe.each(TABLES)(
  'the reason ($right of $all right, $unknown unknown instead) of an error text of $what',
  ({ key, rows }) => {
    const named = rows.map((row) => ({ row, reason: row[0], code: row[1], text: row[2] }));

    it.each(named)('is $reason by $code “$text”', ({ row }) => {
      const [reason, , , , soFar] = row;
      expect(recognized(key, row)).toBe(soFar ? 'unknown' : reason);
    });
  },
);

describe('the error texts', () => {
  it('are at least 150, of all software', () => {
    expect(ROWS.length).toBeGreaterThanOrEqual(150);
    expect(TABLES.filter(({ rows }) => rows.length === 0)).toEqual([]);
    const keys = SOFTWARE.map(({ key }) => key);
    expect(Object.keys(ERROR_TEXTS).sort()).toEqual([...keys].sort());
    expect(keys).toEqual(expect.arrayContaining(Object.keys(HELD_OUT)));
  });

  it('each name a public source, and occur once for each package', () => {
    for (const [, , , source] of ROWS) expect(source).toMatch(/^https:\/\/[^ ]+$/);
    const texts = TABLES.flatMap(({ key, rows }) =>
      rows.map(([, code, text]) => [key, code, text]),
    );
    expect(new Set(texts.map(String)).size).toBe(texts.length);
  });

  it('are recognized, nineteen of twenty', () => {
    const missed = ROWS.filter((row) => row[4]);
    expect(missed.length).toBeLessThan(ROWS.length / 20);
  });
});
