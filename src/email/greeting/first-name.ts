import { JOINING, NOT_A_PERSON, OPENERS, PARTICLES, SUFFIXES, TEAM, TITLES } from './words.ts';

/** In lower case, without full stops and the article of `l’équipe`. */
const plain = (word: string): string =>
  word
    .toLowerCase()
    .replaceAll('.', '')
    .replaceAll('’', "'")
    .replace(/^[ld]'/, '');

const parts = (word: string): string[] => plain(word).split('-').filter(Boolean);

const isTitle = (word: string): boolean =>
  TITLES.has(plain(word)) || parts(word).every((part) => TITLES.has(part));

const isOfTeam = (word: string): boolean =>
  NOT_A_PERSON.has(plain(word)) ||
  parts(word).some((part) => NOT_A_PERSON.has(part) || TEAM.test(part));

const isUpper = (word: string): boolean =>
  word === word.toUpperCase() && word !== word.toLowerCase();
const isLower = (word: string): boolean =>
  word === word.toLowerCase() && word !== word.toUpperCase();

const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean);

const withoutTitles = (words: readonly string[]): string[] => {
  const first = words.findIndex((word) => !isTitle(word));
  if (first < 0) return [];
  if (first === 0) return [...words];
  // The rest of a title: “Dr. med.”
  const rest = words.slice(first);
  return rest.slice(rest.findIndex((word) => !/^\p{Ll}+\.$/u.test(word)));
};

/** What is left without nicknames, remarks and what follows a dash. */
const cleaned = (name: string): string =>
  (
    name
      .normalize('NFC')
      .trim()
      .replace(/^["“”«»']+|["“”«»']+$/g, '')
      .replace(/["“„«][^"“”»]*["”“»]|\([^)]*\)|\[[^\]]*\]/g, ' ')
      .split(/\s+[-–—@]\s+|\s*[|•·–—]\s*/)[0] ?? ''
  )
    // “Dr.Kofi”
    .replace(/\.(?=\p{Lu}\p{Ll})/gu, '. ')
    .replace(/^de heer\s/i, 'dhr ')
    .trim();

/** The words of a name from the first name on; null if it isn’t clear which that is. */
const fromFirstName = (text: string): string[] | null => {
  const [before = '', ...after] = text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  const words = withoutTitles(wordsOf(before));
  const rest = after.flatMap(wordsOf);
  if (rest.length === 0) {
    const titled = words.length < wordsOf(before).length;
    // “Mr Osei”
    return titled && words.length < 2 ? null : words;
  }
  if (rest.every((word) => SUFFIXES.has(plain(word))) || rest.some(isOfTeam))
    return words.length < 2 ? null : words;
  const surname = words.filter((word) => !PARTICLES.has(plain(word)));
  return surname.length === 1 && after.length === 1 ? withoutTitles(rest) : null;
};

/** One letter, `J.P.` or `AJ`. */
const isInitials = (word: string): boolean =>
  word.includes('.') || word.length === 1 || (word.length === 2 && isUpper(word));

/** Of “OSEI Kofi” and “Kofi OSEI”, whose family name is in capitals, the others. */
const givenOf = (words: readonly string[]): readonly string[] =>
  words.every(isUpper) ? words : words.filter((word) => !isUpper(word) || isInitials(word));

const NAME = /^\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*$/u;

/** Family names come first in these scripts, and the parts can’t be told apart without spaces. */
const FAMILY_NAME_FIRST =
  /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}/u;

const capitalized = (word: string): string =>
  word.toLowerCase().replace(/(^|['’-])(\p{Ll})/gu, (_, before, letter) => {
    return `${before}${letter.toUpperCase()}`;
  });

const inProperCase = (word: string): string =>
  isUpper(word) || isLower(word) ? capitalized(word) : word;

/** Whether a lower-case word that starts a name belongs to a family name, as in “van den Berg” */
const startsFamilyName = ([first = '', second = '']: readonly string[]): boolean =>
  PARTICLES.has(plain(first)) &&
  ((isLower(first) && !isLower(second)) || PARTICLES.has(plain(second)));

/** Whether someone entered the company’s name as the contact’s, with or without its legal form. */
const isCompany = (name: string, company: string): boolean =>
  name === company || (/\s/.test(name) && company.startsWith(`${name} `));

/**
 * The first name of a person, in the case people write it. Null for teams and companies, for several people, and
 * wherever it isn’t clear which part it is: a greeting without a name offends nobody.
 */
export const firstNameOf = (name: string | null, company = ''): string | null => {
  if (isCompany(name ?? '', company)) return null;
  const text = cleaned(name ?? '');
  const words = wordsOf(text.replaceAll(',', ' '));
  if (/[&+/\\@_<>{}=:;!?*#%\d]/.test(text) || FAMILY_NAME_FIRST.test(text)) return null;
  if (words.some((word) => JOINING.has(plain(word))) || OPENERS.has(plain(words[0] ?? '')))
    return null;
  // “Acme (Accounts)”
  if (words.length === 1 && (name ?? '').split(/[^\p{L}\p{M}.'’-]+/u).some(isOfTeam)) return null;
  const given = fromFirstName(text);
  if (!given || given.some(isOfTeam) || startsFamilyName(given)) return null;
  const [first = ''] = givenOf(given);
  return isInitials(first) || !NAME.test(first) ? null : inProperCase(first);
};
