import { expect, it } from 'vitest';
import { rate } from '../../../journey/metrics/rate.ts';
import { countColumn, figuresOf, hoursColumn, rateColumn, textColumn } from './figuresOf.tsx';

type Row = { name: string; count: number | null; hours: number | null; failed: [number, number] };

const figures = (row: Row) =>
  figuresOf([row], ({ name }) => name, [
    textColumn('Software', ({ name }) => name),
    countColumn('Customers', ({ count }) => count),
    hoursColumn('Median', ({ hours }) => hours),
    rateColumn('Failed', ({ failed }) => rate(...failed)),
  ]);

it('gives a CSV file the rows of the table, with what the table leaves to the eye', () => {
  const row: Row = { name: 'Xero', count: 1200, hours: 27.2, failed: [12, 40] };
  const { columns, rows } = figures(row);
  expect(columns).toEqual(['Software', 'Customers', 'Median', 'Failed']);
  expect(rows[0]?.cells.slice(0, 3)).toEqual(['Xero', '1,200', '1d 3h']);
  expect(rows[0]?.csv).toEqual({
    Software: 'Xero',
    Customers: 1200,
    'Median (hours)': 27.2,
    'Failed: count': 12,
    'Failed: of': 40,
    'Failed: share': 0.3,
    'Failed: 95% low': expect.closeTo(0.18, 2),
    'Failed: 95% high': expect.closeTo(0.454, 2),
  });
});

it('gives a CSV file no share of too few, and empty cells for what there is not', () => {
  const { rows } = figures({ name: 'Sage', count: null, hours: null, failed: [1, 2] });
  expect(rows[0]?.cells.slice(1, 3)).toEqual(['–', '–']);
  expect(rows[0]?.csv).toMatchObject({
    Customers: null,
    'Median (hours)': null,
    'Failed: count': 1,
    'Failed: share': null,
  });
});
