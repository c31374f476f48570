import type { Complexity } from '../../../src/journey/software-entry.ts';
import type { Random } from '../random.ts';
import type { Range } from './difficulty.ts';

/** The users on the team, by ID; null for a missing one. */
export type Desk = { manager: string | null; colleague: string | null; agent: string | null };

/** The users of the sandbox’s Codat who own their companies. */
export const OWNER_IDS = {
  manager: '5c0a7f5e-93d4-4a86-9d0e-2b1f6c1b7a01',
  colleague: '5c0a7f5e-93d4-4a86-9d0e-2b1f6c1b7a02',
} as const;

/** How an account manager looks after customers, which is why some portfolios convert better. */
export type Portfolio = {
  owner: 'manager' | 'colleague';
  /** Hours from a customer's creation to sending the Link URL. */
  invites: Range;
  /** Hours from when a customer gets stuck to the first contact. */
  responds: Range;
  /** How many times they contact a customer before giving up. */
  rounds: number;
  /** How much more often than without it a customer moves on after a call. A reminder changes nothing. */
  persuades: number;
  /** How often customers have software of each complexity, against other portfolios. */
  mix: Record<Complexity, number>;
};

const MANAGER: Portfolio = {
  owner: 'manager',
  invites: [0.5, 12],
  responds: [1, 10],
  rounds: 2,
  persuades: 0.45,
  // Lena’s customers are the harder ones: her conversion is better than it looks.
  mix: { simple: 1, moderate: 1, complex: 3 },
};

const COLLEAGUE: Portfolio = {
  owner: 'colleague',
  invites: [4, 40],
  responds: [4, 30],
  rounds: 1,
  persuades: 0.3,
  mix: { simple: 3, moderate: 1, complex: 1 },
};

export const choosePortfolio = (random: Random): Portfolio =>
  random.chance(0.55) ? MANAGER : COLLEAGUE;
