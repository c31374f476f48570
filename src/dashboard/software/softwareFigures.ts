import type { SoftwareAnswer } from '../../api/metrics/software.ts';
import { rate } from '../../journey/metrics/rate.ts';
import {
  countColumn,
  estimateColumn,
  figuresOf,
  hoursColumn,
  rateColumn,
  textColumn,
} from '../shared/figures/figuresOf.tsx';
import { topReasonOf } from './figures.tsx';
import { FAILED_FIRST, GAVE_UP, NOT_THEIRS_LABEL } from './labels.ts';

/** The list as a file. */
export const softwareFigures = ({ software }: SoftwareAnswer) =>
  figuresOf(software, ({ id }) => id, [
    textColumn('Software', ({ name }) => name),
    rateColumn(FAILED_FIRST, ({ customers: { failedFirst, of } }) => rate(failedFirst, of)),
    countColumn('Not connected within days', ({ notConnected }) => notConnected.days),
    estimateColumn('Not connected', ({ notConnected: { share, low, high } }) => ({
      ...{ share, low: low ?? 0, high: high ?? 1 },
    })),
    countColumn('Not connected so far', ({ notConnected }) => notConnected.open),
    countColumn('Began', ({ notConnected }) => notConnected.of),
    hoursColumn('Half connect within', ({ notConnected }) => notConnected.medianHours),
    rateColumn(GAVE_UP, ({ gaveUp }) => gaveUp),
    countColumn('Failed attempts', ({ failed }) => failed),
    countColumn('Approved attempts', ({ authorized }) => authorized),
    countColumn(NOT_THEIRS_LABEL, ({ notTheirs }) => notTheirs.count),
    countColumn('Duplicates and others left out', ({ leftOut }) => leftOut.count),
    countColumn('In progress', ({ inProgress }) => inProgress),
    textColumn('Top reason', topReasonOf),
  ]);
