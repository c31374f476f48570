/** What unites all ways to write a text, as the inside of a class in a regular expression: JavaScript’s and PostgreSQL’s. */
export const CLASSES = {
  /** Apostrophes, quotation marks and full stops: O’Brien, “Acme”, S.A.R.L. */
  dropped: String.raw`'".\u0060\u00b4\u02b9-\u02bf\u00ab\u00bb\u2018-\u201f\u2032-\u2036\u2039\u203a`,
  /** Accents and other marks on letters, once they are taken apart from them, and marks without width. */
  marks: String.raw`\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff`,
  /** Dashes, spaces, and punctuation between words. */
  gaps: String.raw`\s,;:!?/|()\[\]{}<>\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\u058a\u05be\u2010-\u2015\u2043\u2044\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d-`,
} as const;

/** Letters that Unicode doesn’t take apart, and what people without their keyboard type. All in lower case. */
export const SPELLINGS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  '&': ' and ',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ŋ: 'n',
  ŧ: 't',
  ς: 'σ',
};

const each = (characters: string): RegExp => new RegExp(`[${characters}]`, 'gu');

const DROPPED = each(CLASSES.dropped);
// Taking letters apart yields more to drop: an ellipsis becomes three full stops.
const MARKS = each(CLASSES.dropped + CLASSES.marks);
const GAPS = new RegExp(`[${CLASSES.gaps}]+`, 'gu');
const SPELT = each(Object.keys(SPELLINGS).join(''));

/**
 * A text as one searches for it: without accents, in lower case, with ASCII letters where people type those, single
 * spaces instead of dashes, and no apostrophes. `src/database/search/folded.ts` does the same in SQL.
 */
export const foldText = (text: string): string =>
  text
    .replace(DROPPED, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(MARKS, '')
    .replace(SPELT, (letter) => SPELLINGS[letter] ?? letter)
    .replace(GAPS, ' ')
    .trim();
