import { formatNumber } from '../../../common/locale.ts';

/** A count with its noun, as in “1 page” or “1,200 companies”. */
export const counted = (count: number, one: string, many: string): string =>
  `${formatNumber(count)} ${count === 1 ? one : many}`;
