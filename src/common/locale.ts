/** The language of the product, which also decides how dates and numbers are written. */
export const LOCALE = 'en-GB';

const number = new Intl.NumberFormat(LOCALE);

/** A number with separators, as in “1,200”. */
export const formatNumber = (value: number): string => number.format(value);
