import { z } from 'zod';

/** In characters, by RFC 5321. */
export const MAX_ADDRESS = 254;

/**
 * What RFC 5322 calls a dot-atom, at a domain name. In any alphabet, as RFC 6531 allows. No quoted local parts, comments
 * and IP addresses, which nobody’s mailbox has.
 */
const ADDRESS =
  /^(?=[^@]{1,64}@)[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*@(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+(?:[\p{L}\p{M}]{2,63}|xn--[a-z\d-]{1,59})$/iu;

/** The one rule for addresses that emails can go to. Zod’s own refuses `r&d@acme.example`. */
export const emailAddress = z.email({ pattern: ADDRESS, error: 'Enter a valid email address.' });

export const isEmailAddress = (text: string): boolean => ADDRESS.test(text);

/** Marks without width that come along when text is copied from address books, such as a direction. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

export const withoutInvisible = (text: string): string => text.replace(INVISIBLE, '').trim();

/** `mailto:kofi@acme.example?subject=Hello` as the address in it. */
const withoutScheme = (text: string): string => {
  const [, encoded] = /^mailto:([^?]+)/i.exec(text) ?? [];
  if (!encoded) return text;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
};

type Mailbox = { name: string | null; address: string };

const ENCLOSED = /^(?<name>[^<>[\]]*)[<[](?<address>[^<>[\]]+)[>\]]$/;

/**
 * Reads an address as email programs copy it: `Kofi Osei <kofi@acme.example>`, `mailto:kofi@acme.example`, or with a
 * separator behind it. Anything else is returned as it is: whether the address is valid is for `emailAddress` to say.
 */
export const readMailbox = (text: string): Mailbox => {
  const plain = withoutInvisible(text).replace(/[\s,;]+$/, '');
  const { name = '', address = plain } = ENCLOSED.exec(plain)?.groups ?? {};
  const unquoted = name
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
    .trim();
  const found = withoutScheme(address.trim());
  // Outlook repeats the address where it knows no name.
  const named = unquoted && withoutScheme(unquoted) !== found;
  return { name: named ? unquoted : null, address: found };
};
