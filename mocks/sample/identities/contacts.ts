import type { Contact, OtherContacts } from '../../../src/journey/contacts.ts';
import type { Random } from '../random.ts';
import { FIRST_NAMES, LAST_NAMES, type Named, type Region } from './names.ts';

/** Phone number ranges reserved for fiction, without the last digits. */
const PHONE: Record<Region, [prefix: string, digits: number]> = {
  uk: ['+44 20 7946 0', 3],
  us: ['+1 202 555 01', 2],
  eu: ['+49 30 23125 ', 3],
  apac: ['+61 2 5550 ', 4],
};

export const inventPhone = (region: Region, random: Random): string => {
  const [prefix, digits] = PHONE[region];
  const number = random.between(0, 10 ** digits - 1);
  return prefix + String(number).padStart(digits, '0');
};

const inventColleague = (domain: string, region: Region, random: Random): Contact => {
  const [first, last] = [random.pick(FIRST_NAMES), random.pick(LAST_NAMES)];
  const mailbox = `${first}.${last}`.toLowerCase().replace(/[^a-z.]/g, '');
  return {
    name: `${first} ${last}`,
    email: `${mailbox}@${domain}`,
    phone: random.chance(0.4) ? inventPhone(region, random) : null,
  };
};

/** The percentage of customers with a known contact of each kind. */
const KNOWN = { administrator: 35, it: 15, accountant: 20 };

/** A business's known contacts besides the main one; usually none. */
export const inventContacts = (
  { region }: Named,
  domain: string,
  random: Random,
): OtherContacts => ({
  ...(random.between(1, 100) <= KNOWN.administrator && {
    administrator: inventColleague(domain, region, random),
  }),
  ...(random.between(1, 100) <= KNOWN.it && {
    it: { name: null, email: `it@${domain}`, phone: null },
  }),
  ...(random.between(1, 100) <= KNOWN.accountant && {
    accountant: inventColleague('ledgers-and-sons.example', region, random),
  }),
});
