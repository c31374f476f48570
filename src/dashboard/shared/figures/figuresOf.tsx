import type { ReactNode } from 'react';
import { formatNumber } from '../../../common/locale.ts';
import type { Rate } from '../../../journey/metrics/rate.ts';
import type { CsvRow } from '../csv/toCsv.ts';
import { hoursLabel, percent, percentRange } from './labels.ts';
import { RateText } from './RateBar.tsx';

/** One column of a table of figures: how it is shown and what a CSV file has of it, which may take several columns. */
export type FiguresColumn<R> = {
  label: string;
  cell: (row: R) => ReactNode;
  csv: (row: R) => CsvRow;
};

/** A table of figures. The first column is each row’s heading. */
export type Figures = {
  columns: string[];
  rows: { id: string; cells: ReactNode[]; csv: CsvRow }[];
};

/** The table of these rows, as it is shown and downloaded. */
export const figuresOf = <R,>(
  rows: R[],
  idOf: (row: R) => string,
  columns: FiguresColumn<R>[],
): Figures => ({
  columns: columns.map(({ label }) => label),
  rows: rows.map((row) => ({
    id: idOf(row),
    cells: columns.map(({ cell }) => cell(row)),
    csv: Object.assign({}, ...columns.map(({ csv }) => csv(row))),
  })),
});

export const textColumn = <R,>(label: string, of: (row: R) => string): FiguresColumn<R> => ({
  label,
  cell: of,
  csv: (row) => ({ [label]: of(row) }),
});

/** Counts, shown as links or the like if `show` says so. */
export const countColumn = <R,>(
  label: string,
  of: (row: R) => number | null,
  show: (count: number, row: R) => ReactNode = formatNumber,
): FiguresColumn<R> => ({
  label,
  cell: (row) => {
    const count = of(row);
    return count === null ? '–' : show(count, row);
  },
  csv: (row) => ({ [label]: of(row) }),
});

/** Times, null where there is none. */
export const hoursColumn = <R,>(
  label: string,
  of: (row: R) => number | null,
): FiguresColumn<R> => ({
  label,
  cell: (row) => {
    const hours = of(row);
    return hours === null ? '–' : hoursLabel(hours);
  },
  csv: (row) => ({ [`${label} (hours)`]: of(row) }),
});

/** Shares with their counts. A CSV file has the interval too, and no share where there are too few. */
export const rateColumn = <R,>(label: string, of: (row: R) => Rate | null): FiguresColumn<R> => ({
  label,
  cell: (row) => {
    const rate = of(row);
    return rate && <RateText rate={rate} />;
  },
  csv: (row) => {
    const rate = of(row);
    return {
      [`${label}: count`]: rate?.count ?? null,
      [`${label}: of`]: rate?.of ?? null,
      [`${label}: share`]: rate && !rate.tooFew ? rate.rate : null,
      [`${label}: 95% low`]: rate?.interval?.low ?? null,
      [`${label}: 95% high`]: rate?.interval?.high ?? null,
    };
  },
});

/** An estimated share, which is null of none. */
type Estimate = { share: number | null; low: number; high: number };

/** Estimated shares with their intervals, null where there is none. */
export const estimateColumn = <R,>(
  label: string,
  of: (row: R) => Estimate | null,
): FiguresColumn<R> => ({
  label,
  cell: (row) => {
    const { share, ...interval } = of(row) ?? NO_ESTIMATE;
    return share === null ? '–' : `${percent(share)} (${percentRange(interval)})`;
  },
  csv: (row) => {
    const { share, low, high } = of(row) ?? NO_ESTIMATE;
    return {
      [`${label}: share`]: share,
      [`${label}: 95% low`]: share === null ? null : low,
      [`${label}: 95% high`]: share === null ? null : high,
    };
  },
});

const NO_ESTIMATE: Estimate = { share: null, low: 0, high: 1 };
