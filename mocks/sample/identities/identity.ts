import type { OtherContacts } from '../../../src/journey/contacts.ts';
import type { Random } from '../random.ts';
import { AWKWARD_NAMES } from './awkward-names.ts';
import { inventContacts, inventPhone } from './contacts.ts';
import { internationalName } from './international-names.ts';
import {
  FIRST_NAMES,
  FORMS,
  LAST_NAMES,
  type Named,
  PLACES,
  type Region,
  TRADES,
} from './names.ts';

export type Identity = Named & {
  description: string | null;
  tags: Record<string, string>;
  /** Some have no email address yet. */
  contactEmail: string | null;
  contactPhone: string | null;
  contacts: OtherContacts;
};

const REGIONS: Record<Region, number> = { uk: 45, us: 25, eu: 20, apac: 10 };
const TEAMS = ['cards', 'lending', 'partners'];
const DESCRIPTIONS = [
  'Asked for a card in spring',
  'Referred through the accountant partner programme',
  'Two sites, outsourced bookkeeping',
  'Renewal due next quarter',
  'Switched from another provider, keen to get started',
  'Seasonal business, quiet from November to March',
];

const INTERNATIONAL_EVERY = 9;
const AWKWARD_EVERY = 25;

const nameOf = (index: number, random: Random): Named => {
  const contactName = `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}`;
  const region = random.weighted(REGIONS);
  if (index % INTERNATIONAL_EVERY === 4)
    return internationalName(Math.floor(index / INTERNATIONAL_EVERY), random);
  const awkward = AWKWARD_NAMES[Math.floor(index / AWKWARD_EVERY) % AWKWARD_NAMES.length];
  if (index % AWKWARD_EVERY === 17 && awkward) return { name: awkward, contactName, region };
  const ownName = random.chance(0.75)
    ? random.pick(PLACES)
    : `${random.pick(LAST_NAMES)} & ${random.pick(LAST_NAMES)}`;
  return {
    name: `${ownName} ${random.pick(TRADES)} ${random.pick(FORMS[region])}`,
    contactName,
    region,
  };
};

const TRANSLITERATION: Record<string, string> = {
  æ: 'ae',
  ø: 'o',
  ß: 'ss',
  ł: 'l',
  ı: 'i',
  đ: 'd',
};

/** The words of a text, transliterated to a–z; none if it is in another script. */
const words = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/[æøßłıđ]/g, (letter) => TRANSLITERATION[letter] ?? letter)
    .normalize('NFD')
    .replace(/[\p{M}’]/gu, '')
    .match(/[a-z]+/g) ?? [];

const domainOf = (index: number, { name }: Named): string =>
  `${words(name).slice(0, 2).join('-') || `customer-${index}`}.example`;

const emailFor = ({ contactName }: Named, domain: string): string =>
  `${words(contactName).join('.') || 'office'}@${domain}`;

/** Invents the business with the given number. Given values take precedence. */
export const inventIdentity = (
  index: number,
  random: Random,
  given: Partial<Named> = {},
): Identity => {
  const named = { ...nameOf(index, random), ...given };
  const domain = domainOf(index, named);
  const tags = {
    region: named.region,
    ...(random.chance(0.7) && { team: random.pick(TEAMS) }),
    ...(random.chance(0.1) && { tier: 'enterprise' }),
  };
  return {
    ...named,
    tags,
    description: random.chance(0.35) ? random.pick(DESCRIPTIONS) : null,
    contactEmail: random.chance(0.92) ? emailFor(named, domain) : null,
    contactPhone: random.chance(0.6) ? inventPhone(named.region, random) : null,
    contacts: inventContacts(named, domain, random),
  };
};
