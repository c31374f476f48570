import type { Random } from '../../../mocks/sample/random.ts';
import { SOFTWARE } from '../../../src/journey/content/software.ts';

/** Accounting software by its integration key. */
type Tile = { key: string; name: string };

const KNOWN: Tile[] = SOFTWARE.toSorted((a, b) => b.sandbox.share - a.sandbox.share).map(
  ({ key, name }) => ({ key, name }),
);

/** Software that we know nothing of. */
export const OTHERS: readonly Tile[] = Array.from({ length: 25 }, (_, number) => ({
  key: `zz${String.fromCharCode(97 + number)}x`,
  name: `Ledger ${number + 1}`,
}));

const TILES = [...KNOWN, ...OTHERS];

/** The most popular has a sixth of the customers who select any, the least popular one in a hundred. */
export const chooseTile = (random: Random): Tile => {
  const tile = TILES[Math.floor(TILES.length * random.within(0, 1) ** 2)];
  if (!tile) throw new RangeError('There is no such software.');
  return tile;
};
