import { AWKWARD_NAMES } from './awkward-names.ts';
import { FIRST_NAMES, FORMS, LAST_NAMES, PLACES, TRADES } from './names.ts';
import { nameElsewhere } from './names-elsewhere.ts';
import type { Random } from './random.ts';

export type Region = 'uk' | 'us' | 'eu' | 'apac';

/** A business and the person one talks to there. */
export type Identity = {
  name: string;
  description: string | null;
  tags: Record<string, string>;
  region: Region;
  contactName: string;
  /** Some have no e-mail address yet. */
  contactEmail: string | null;
};

const REGIONS: Record<Region, number> = { uk: 45, us: 25, eu: 20, apac: 10 };
const TEAMS = ['cards', 'lending', 'partners'];
const DESCRIPTIONS = [
  'Asked for a card in spring',
  'Came through the accountants’ partner programme',
  'Two sites, bookkeeping done by an outside bureau',
  'Renewal due next quarter',
  'Moved here from another provider; impatient',
  'Seasonal business: quiet from November to March',
];

const ELSEWHERE_EVERY = 9;
const AWKWARD_EVERY = 25;

const nameOf = (index: number, random: Random): { name: string; contactName: string } => {
  const contactName = `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}`;
  if (index % ELSEWHERE_EVERY === 4) return nameElsewhere(random);
  if (index % AWKWARD_EVERY === 17) {
    const name = AWKWARD_NAMES[Math.floor(index / AWKWARD_EVERY) % AWKWARD_NAMES.length];
    if (name) return { name, contactName };
  }
  const trade = random.pick(TRADES);
  const form = random.pick(FORMS);
  const called = random.chance(0.75)
    ? random.pick(PLACES)
    : `${random.pick(LAST_NAMES)} & ${random.pick(LAST_NAMES)}`;
  return { name: `${called} ${trade} ${form}`, contactName };
};

const latinOnly = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();

const emailFor = (index: number, name: string, contactName: string): string => {
  const person = latinOnly(contactName).replaceAll(' ', '.') || 'office';
  const business = latinOnly(name).split(' ').slice(0, 2).join('-').slice(0, 30);
  return `${person}@${business || `customer-${index}`}.example`;
};

/** Invents the business with the given number; the name is one given or, without one, of any kind. */
export const inventIdentity = (
  index: number,
  random: Random,
  given: { name: string; contactName: string } = nameOf(index, random),
): Identity => {
  const region = random.weighted(REGIONS);
  const tags = {
    region,
    ...(random.chance(0.7) && { team: random.pick(TEAMS) }),
    ...(random.chance(0.1) && { tier: 'enterprise' }),
  };
  return {
    ...given,
    description: random.chance(0.35) ? random.pick(DESCRIPTIONS) : null,
    tags,
    region,
    contactEmail: random.chance(0.92) ? emailFor(index, given.name, given.contactName) : null,
  };
};
