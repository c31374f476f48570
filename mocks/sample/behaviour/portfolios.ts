import type { Random } from '../random.ts';
import type { Range } from './difficulty.ts';

/** The people on our side, by user id; null for one who is not there. */
export type Desk = { manager: string | null; colleague: string | null; agent: string | null };

/** How an account manager looks after customers: the reason that some portfolios convert better. */
export type Portfolio = {
  owner: 'manager' | 'colleague';
  /** Hours from a customer's creation to sending the Link URL. */
  invites: Range;
  /** Hours from the moment a customer is stuck to getting in touch. */
  responds: Range;
  /** How often they get in touch before they give up. */
  rounds: number;
  /** The chance that the customer goes on after they got in touch. */
  persuades: number;
};

const MANAGER: Portfolio = {
  owner: 'manager',
  invites: [0.5, 12],
  responds: [1, 10],
  rounds: 2,
  persuades: 0.6,
};

const COLLEAGUE: Portfolio = {
  owner: 'colleague',
  invites: [4, 40],
  responds: [4, 30],
  rounds: 1,
  persuades: 0.3,
};

export const choosePortfolio = (random: Random): Portfolio =>
  random.chance(0.55) ? MANAGER : COLLEAGUE;
