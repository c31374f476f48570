import { inventIdentity } from '../../../mocks/sample/identities/identity.ts';
import { createRandom, type Random } from '../../../mocks/sample/random.ts';
import { MANAGERS } from './managers.ts';

const SEED = 20_261_126;
const IDENTITY_SEED = 7_000_003;

/** Every fiftieth company is the parent of the next few. */
const GROUP = { every: 50, subsidiaries: 4 };

export const randomOf = (number: number): Random => createRandom(SEED + number);

/** The id of the company with the given number, the first thing that its randomness yields. */
export const companyId = (number: number): string => randomOf(number).uuid();

const parentOf = (number: number): string | null => {
  const ordinal = number % GROUP.every;
  return ordinal > 0 && ordinal <= GROUP.subsidiaries ? companyId(number - ordinal) : null;
};

/** Some portfolios are many times as large as others. */
const chooseManager = (random: Random): string | null =>
  MANAGERS[Math.floor(MANAGERS.length * 1.02 * random.within(0, 1) ** 1.5)]?.id ?? null;

/** What Codat says of the company with the given number, and what the team adds. */
export const inventProfile = (number: number, random: Random) => {
  const id = random.uuid();
  const { name, description, tags, contactName, contactEmail, contactPhone, contacts } =
    inventIdentity(number, createRandom(IDENTITY_SEED + number));
  return {
    id,
    company: {
      name: random.chance(0.5) ? name : `${name} ${random.between(2, 999)}`,
      description,
      tags,
      parentId: parentOf(number),
      linkUrl: `https://link.codat.example/company/${id}`,
    },
    team: {
      ...{ contactName, contactPhone, contacts },
      // Two businesses of one name have different addresses.
      contactEmail: contactEmail?.replace('@', `@${number.toString(36)}.`) ?? null,
      accountManagerId: chooseManager(random),
    },
  };
};
