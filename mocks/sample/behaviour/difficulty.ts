import { SOFTWARE } from '../../../src/journey/software.ts';
import type { Failure } from '../../codat/world/failures.ts';
import type { Random } from '../random.ts';

type Mix = Partial<Record<Failure, number>>;

/** Minimum and maximum. */
export type Range = readonly [number, number];

type Difficulty = {
  /** How often customers use the software, relative to the others. */
  share: number;
  /** The chance that an attempt fails. */
  failing: number;
  reasons: Mix;
  /** How many minutes an approval takes: a sign-in, an installer, creating tokens … */
  minutes: Range;
};

const SIGN_IN: Mix = { cancelled: 5, credentials_rejected: 3, not_administrator: 2, unknown: 1 };
const CONNECTOR: Mix = { connector_blocked: 6, cancelled: 2, credentials_rejected: 1 };

/** How hard each package is to connect, by Codat's integration key. */
const DIFFICULTY: Readonly<Record<string, Difficulty>> = {
  gbol: { share: 21, failing: 0.06, reasons: { ...SIGN_IN, wrong_entity: 2 }, minutes: [2, 8] },
  qhyg: { share: 19, failing: 0.07, reasons: { ...SIGN_IN, wrong_entity: 1 }, minutes: [2, 9] },
  jcrp: { share: 10, failing: 0.11, reasons: SIGN_IN, minutes: [4, 20] },
  tgff: { share: 8, failing: 0.1, reasons: { ...SIGN_IN, unsupported: 1 }, minutes: [3, 12] },
  akxx: {
    share: 7,
    failing: 0.42,
    reasons: { setup_incomplete: 5, not_administrator: 5, credentials_rejected: 1 },
    minutes: [25, 150],
  },
  fbrh: { share: 5, failing: 0.06, reasons: SIGN_IN, minutes: [2, 8] },
  trji: {
    share: 5,
    failing: 0.34,
    reasons: { not_administrator: 5, setup_incomplete: 3, cancelled: 2 },
    minutes: [15, 60],
  },
  pbbf: { share: 5, failing: 0.15, reasons: { ...SIGN_IN, wrong_entity: 3 }, minutes: [3, 15] },
  vxvy: { share: 4, failing: 0.13, reasons: { ...SIGN_IN, unsupported: 3 }, minutes: [2, 8] },
  pdvj: { share: 4, failing: 0.22, reasons: { credentials_rejected: 5 }, minutes: [4, 25] },
  knfz: {
    share: 4,
    failing: 0.36,
    reasons: { setup_incomplete: 5, credentials_rejected: 3, unsupported: 1 },
    minutes: [15, 90],
  },
  pqsw: { share: 4, failing: 0.4, reasons: CONNECTOR, minutes: [20, 80] },
  hbql: { share: 5, failing: 0.38, reasons: { ...CONNECTOR, link_expired: 1 }, minutes: [25, 90] },
  rqwd: {
    share: 2,
    failing: 0.35,
    reasons: { not_administrator: 4, unsupported: 2 },
    minutes: [10, 60],
  },
  rvam: {
    share: 2,
    failing: 0.45,
    reasons: { setup_incomplete: 6, not_administrator: 3 },
    minutes: [30, 180],
  },
};

const softwareOf = (key: string) =>
  SOFTWARE.find((one) => one.key === key || one.otherKeys.includes(key));

/**
 * How hard a package is to connect, by the key of any of its tiles.
 * @throws Error when the table doesn't have it
 */
export const difficultyOf = (tile: string): Difficulty => {
  const found = DIFFICULTY[softwareOf(tile)?.key ?? tile];
  if (!found) throw new Error(`The difficulty of ${tile} is unknown. Add it to the table.`);
  return found;
};

const SHARES = Object.fromEntries(
  Object.entries(DIFFICULTY).map(([key, { share }]) => [key, share]),
);

/** Picks a customer's software in proportion to the shares. */
export const chooseSoftware = (random: Random): string => random.weighted(SHARES);

/** The key of the tile that the customer selects. Software with country editions has several. */
export const tileOf = (software: string, random: Random): string =>
  random.pick([software, ...(softwareOf(software)?.otherKeys ?? [])]);
