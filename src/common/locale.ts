/** The language of the product, which also decides how dates and numbers are written. */
export const LOCALE = 'en-GB';

const number = new Intl.NumberFormat(LOCALE);

/** A number with separators, as in “1,200”. */
export const formatNumber = (value: number): string => number.format(value);

/** A count with its noun, as in “1 page” or “1,200 companies”. */
export const counted = (count: number, one: string, many: string): string =>
  `${formatNumber(count)} ${count === 1 ? one : many}`;
