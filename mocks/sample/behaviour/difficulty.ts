import { SOFTWARE, softwareOf } from '../../../src/journey/content/software.ts';
import type { SoftwareEntry } from '../../../src/journey/software-entry.ts';
import type { Random } from '../random.ts';

/** Least and most. */
export type Range = readonly [number, number];

/**
 * How hard software is to connect, by the key of any of its tiles.
 * @throws Error when we know nothing of it
 */
export const difficultyOf = (tile: string): SoftwareEntry['sandbox'] => {
  const software = softwareOf(tile);
  if (!software) throw new Error(`Unknown software ${tile}: add it to src/journey/content.`);
  return software.sandbox;
};

const SHARES = Object.fromEntries(SOFTWARE.map(({ key, sandbox }) => [key, sandbox.share]));

/** Picks a customer's software in proportion to the shares. */
export const chooseSoftware = (random: Random): string => random.weighted(SHARES);

/** The key of the tile that the customer selects. Software with country editions has several. */
export const tileOf = (software: string, random: Random): string =>
  random.pick([software, ...(softwareOf(software)?.otherKeys ?? [])]);
