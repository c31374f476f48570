import { foldText } from '../../common/fold-text.ts';
import { CONTACT_ROLES, contactIn, type WithContacts } from '../contacts.ts';
import { softwareOf } from '../content/software.ts';
import { phoneDigits, soughtDigits } from './phone.ts';

/** What one word of a query can be found as: in one of several ways, each of which is one or more texts. */
export type Term = readonly (readonly string[])[];

/** A phone number within a query, or something else that is made of digits. */
const NUMBER = /(?<!\S)[+(]?\d[\d\s().+/\p{Pd}]*(?!\S)/gu;

const wordsOf = (text: string): string[] => foldText(text).split(' ').filter(Boolean);

const termOfNumber = (number: string): Term => {
  const words = wordsOf(number);
  const digits = number.replace(/\D/g, '');
  return digits.length < 3 ? [words] : [words, ...soughtDigits(number).map((one) => [one])];
};

/** What a query asks for. A text must have all of it, in any order. */
export const searchTerms = (query: string): Term[] => [
  ...wordsOf(query.replace(NUMBER, ' ')).map((word) => [[word]]),
  ...(query.match(NUMBER) ?? []).map(termOfNumber),
];

/** Whether a text as `searchable` yields it has what a query asks for. */
export const isFound = (text: string, query: string): boolean =>
  searchTerms(query).every((term) =>
    term.some((texts) => texts.every((one) => text.includes(one))),
  );

/** German and Danish without their keyboard: Mueller, Aarhus. */
const SPELT_OUT: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };

/** Other ways to write a text than those that `foldText` unites: Co-op as Coop, Müller as Mueller. */
const variantsOf = (text: string): string[] => {
  const composed = text.normalize('NFC');
  const others = [
    composed.replace(/[äöüåø]/gi, (letter) => SPELT_OUT[letter.toLowerCase()] ?? letter),
    composed.replace(/\p{Pd}/gu, ''),
  ];
  return [text, ...others.filter((one) => one !== composed)];
};

/** The texts and phone numbers in all the ways in which people look for them. */
export const searchable = (texts: readonly string[], phones: readonly string[]): string =>
  [...texts.flatMap(variantsOf), ...phones].map(foldText).concat(phones.map(phoneDigits)).join(' ');

type Sought = WithContacts & {
  id: string;
  name: string;
  software: string | null;
  labels: readonly string[];
};

/** All that customers are found by, for `searchTerms`. */
export const searchTextOf = (customer: Sought): string => {
  const contacts = CONTACT_ROLES.flatMap((role) => contactIn(customer, role) ?? []);
  const present = (texts: (string | null | undefined)[]): string[] =>
    texts.flatMap((one) => one || []);
  return searchable(
    present([
      ...[customer.id, customer.name, softwareOf(customer.software)?.name, ...customer.labels],
      ...contacts.flatMap(({ name, email }) => [name, email]),
    ]),
    present(contacts.map(({ phone }) => phone)),
  );
};
