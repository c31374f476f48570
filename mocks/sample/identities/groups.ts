import { PLACES } from './names.ts';

/** The number of subsidiaries of each group in turn. */
const SIZES = [3, 6, 2, 4];
const FIRST = 42;
const EVERY = 100;

const SUBSIDIARIES = [
  'Foods',
  'Logistics',
  'Foods (Ireland)',
  'Catering',
  'Property',
  'Foods (North)',
];

type Membership = { parentIndex: number; groupName: string; ordinal: number };

/** The group of the customer with the given number; null if none. The parent's ordinal is 0. */
export const membershipOf = (index: number): Membership | null => {
  const group = Math.floor((index - FIRST) / EVERY);
  const ordinal = index - FIRST - group * EVERY;
  const size = SIZES[group % SIZES.length] ?? 0;
  if (group < 0 || ordinal > size) return null;
  const place = PLACES[(7 * group + 3) % PLACES.length] ?? '';
  return { parentIndex: index - ordinal, groupName: place, ordinal };
};

/** Subsidiaries share a name with their parent. */
export const nameInGroup = ({ groupName, ordinal }: Membership): string =>
  ordinal === 0
    ? `${groupName} Holdings plc`
    : `${groupName} ${SUBSIDIARIES[ordinal - 1] ?? ''} Ltd`;
