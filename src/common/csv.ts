/**
 * What a spreadsheet may read as a formula: a sign that begins one, also a full-width or small one, after anything that
 * it drops, such as spaces, quotation marks, byte order marks and other marks without width. A tab or line break may be
 * dropped together with what is before it. See https://owasp.org/www-community/attacks/CSV_Injection
 */
export const FORMULA = /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}"'`“”‘’]*[=+\-@＝＋－＠﹦﹢﹣﹫−])/u;

/** Without it, Excel reads a file in the computer’s old encoding: “ZoÃ«”. */
export const BYTE_ORDER_MARK = '\ufeff';

const GUARD = "'";

/** A value as it was before an apostrophe was put in front, so that spreadsheets don’t read it as a formula. */
export const unguarded = (value: string): string =>
  value.startsWith(GUARD) && FORMULA.test(value.slice(1)) ? value.slice(1) : value;
