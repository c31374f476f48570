import type { OverviewAnswer } from '../../../api/metrics/overview.ts';
import {
  countColumn,
  type Figures,
  figuresOf,
  textColumn,
} from '../../shared/figures/figuresOf.tsx';

type Row = {
  name: string;
  value: number | null;
  low?: number;
  high?: number;
  of?: number;
  previous?: number | null;
  clear?: boolean;
};

type Conversion = OverviewAnswer['conversion'];

const shareRow = (name: string, { share, low, high, of, previous, clear }: Conversion): Row => ({
  name,
  value: share,
  ...(share !== null && { low, high }),
  of,
  previous: previous.share,
  clear,
});

const rowsOf = (overview: OverviewAnswer): Row[] => {
  const { conversion, timeToConnect, newConnections, connectedNow, lost, wonBack, stuckNow } =
    overview;
  return [
    shareRow(`Connected within ${conversion.days} days`, conversion),
    ...conversion.at.map(({ days, share, low, high }) => ({
      name: `Connected within ${days} days`,
      value: share,
      low,
      high,
      of: conversion.of,
    })),
    {
      name: 'Median time to connect (hours)',
      value: timeToConnect.median.hours,
      of: timeToConnect.of,
      previous: timeToConnect.previous.median.hours,
      clear: timeToConnect.clear,
    },
    { ...newConnections, name: 'New connections', value: newConnections.count },
    { name: 'Connected now', value: connectedNow.count },
    { ...lost, name: 'Lost', value: lost.count },
    shareRow(`Won back within ${wonBack.days} days`, wonBack),
    { name: 'Stuck now', value: stuckNow.count },
  ];
};

const clearLabel = ({ clear }: Row): string => {
  if (clear === undefined) return '';
  return clear ? 'Yes' : 'No';
};

/** The key numbers as rows of a CSV file. Shares are from 0 to 1. */
export const keyNumbers = (overview: OverviewAnswer): Figures =>
  figuresOf(rowsOf(overview), ({ name }) => name, [
    textColumn('Number', ({ name }) => name),
    countColumn('Value', ({ value }) => value),
    countColumn('95% low', ({ low = null }) => low),
    countColumn('95% high', ({ high = null }) => high),
    countColumn('Of', ({ of = null }) => of),
    countColumn('Previous period', ({ previous = null }) => previous),
    textColumn('Clear change', clearLabel),
  ]);
