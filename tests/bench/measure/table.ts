import { formatNumber } from '../../../src/common/locale.ts';
import type { Figure, Unit } from './figures.ts';

/** All figures of one database, by its number of customers. */
export type Measured = { count: number; figures: Figure[] };

const UNITS: Record<Unit, (value: number) => string> = {
  ms: (value) =>
    value >= 10_000 ? `${formatNumber(Math.round(value / 1000))} s` : `${rounded(value)} ms`,
  'per second': (value) => `${rounded(value)}/s`,
  MB: (value) => `${rounded(value)} MB`,
  kB: (value) => `${rounded(value)} kB`,
  cores: (value) => `${value.toFixed(2)} cores`,
  failed: (value) => formatNumber(value),
  requests: (value) => `${formatNumber(value)} requests`,
  shift: (value) => value.toFixed(3),
  points: (value) => `${formatNumber(value)} points`,
};

const rounded = (value: number): string =>
  value < 10 ? value.toFixed(1) : formatNumber(Math.round(value));

const times = (ratio: number): string => `${ratio < 0.1 ? ratio.toFixed(3) : ratio.toFixed(1)}×`;

const cell = (figure: Figure | undefined): string => {
  if (!figure) return '';
  const { unit, value, plain, statements, refused } = figure;
  const shown = UNITS[unit](value);
  const beside = [
    plain !== undefined && times(value / plain),
    statements !== undefined && `${rounded(statements).replace('.0', '')} st.`,
    refused !== undefined && `${refused} refused`,
  ].filter(Boolean);
  return beside.length > 0 ? `${shown} (${beside.join(', ')})` : shown;
};

const row = (what: string, all: readonly (Figure | undefined)[]): string => {
  const [smallest] = all;
  const missed = all.some(
    (one) => one?.bar && smallest && (one.refused || !one.bar.met(one, smallest)),
  );
  const { bar } = smallest ?? {};
  const verdict = bar && (missed ? '**no**' : 'yes');
  return `| ${[what, ...all.map(cell), bar?.text ?? '', verdict ?? ''].join(' | ')} |`;
};

/** The figures as a table in Markdown, with a column for each number of customers. */
export const tableOf = (measured: readonly Measured[]): string => {
  const names = new Set(measured.flatMap(({ figures }) => figures.map(({ what }) => what)));
  const head = ['what', ...measured.map(({ count }) => formatNumber(count)), 'bar', 'met'];
  return [
    `| ${head.join(' | ')} |`,
    `| ${head.map(() => '---').join(' | ')} |`,
    ...[...names].map((what) =>
      row(
        what,
        measured.map(({ figures }) => figures.find((figure) => figure.what === what)),
      ),
    ),
  ].join('\n');
};
