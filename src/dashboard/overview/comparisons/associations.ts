import type { Association } from '../../../api/metrics/dropoff.ts';
import { LOCALE } from '../../../common/locale.ts';
import { attributeLabel } from '../../shared/journey/attributeLabel.ts';

const format = new Intl.NumberFormat(LOCALE, { maximumSignificantDigits: 2 });

/** How many times the odds, with two digits. */
export const times = (ratio: number): string => format.format(ratio);

export const labelOf = ({ name, label }: Association): string => attributeLabel(name, label);

/** An odds ratio with its interval, as in “× 0.4 (0.2–0.7)”. */
export const oddsOf = ({ ratio, low, high }: Association): string =>
  `× ${times(ratio)} (${times(low)}–${times(high)})`;
