import { SOFTWARE, softwareOf } from '../../../src/journey/content/software.ts';
import type { Complexity, SoftwareEntry } from '../../../src/journey/software-entry.ts';
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

/** Picks a customer’s software in proportion to the shares, and to those of its complexity in a portfolio. */
export const chooseSoftware = (
  random: Random,
  mix: Record<Complexity, number> = { simple: 1, moderate: 1, complex: 1 },
): string => {
  const shares = SOFTWARE.map(({ key, complexity, sandbox }) => [
    key,
    mix[complexity] * sandbox.share,
  ]);
  return random.weighted<string>(Object.fromEntries(shares));
};

/** The key of the tile that the customer selects. Software with country editions has several. */
export const tileOf = (software: string, random: Random): string =>
  random.pick([software, ...(softwareOf(software)?.otherKeys ?? [])]);
