import { and, asc, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import { digestOf } from '../../database/digest.ts';
import { type PasswordAttempts, passwordAttempts } from '../../database/schema/index.ts';
import { transact } from '../../database/transact.ts';
import { toInstant } from '../../journey/instant.ts';
import { Problem } from '../http/problem.ts';
import type { Ports } from '../ports.ts';

/** Failures in a row that cost nothing, and the longest pause after further ones, in seconds. Pauses double from 1. */
type Limit = { free: number; longest: number };

/** One account from one address. */
const PAIR: Limit = { free: 5, longest: 900 };
/** One account from all addresses it never signed in from, so that many addresses don't help. Its owner may be there. */
const ACCOUNT: Limit = { free: 10, longest: 60 };
/** All accounts from one address, other than those that have signed in from it: a whole office may share one. */
const ADDRESS: Limit = { free: 100, longest: 60 };

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** After this long without an attempt, failures no longer count. */
const FORGIVEN_MS = HOUR_MS;

/** For how long an address counts as the account's own after it signed in from there. */
const KNOWN_MS = 90 * DAY_MS;

const since = (moment: string | null, now: string): number =>
  moment === null ? Number.POSITIVE_INFINITY : Date.parse(now) - Date.parse(moment);

/** The seconds to wait before the next attempt. */
const pauseOf = ({ failures, lastAt }: PasswordAttempts, limit: Limit, now: string): number => {
  const passed = since(lastAt, now);
  if (failures < limit.free || passed >= FORGIVEN_MS) return 0;
  const pause = Math.min(limit.longest, 2 ** (failures - limit.free));
  // A clock that was set back would otherwise stretch the pause.
  return Math.min(pause, Math.ceil(pause - passed / 1000));
};

const spanOf = (seconds: number): string => {
  if (seconds >= 120) return `${Math.ceil(seconds / 60)} minutes`;
  return seconds === 1 ? '1 second' : `${seconds} seconds`;
};

const tooManyAttempts = (seconds: number): Problem =>
  new Problem(429, `Too many attempts. Try again in ${spanOf(seconds)}.`, {
    headers: { 'retry-after': String(seconds) },
  });

export type PasswordAttempt = {
  /** The password was right: the account's failures from here are forgiven, and the address is its own. */
  succeeded: () => Promise<void>;
  /** The attempt said nothing about the password, because something else failed. */
  withdrawn: () => Promise<void>;
};

const UNLIMITED: PasswordAttempt = { succeeded: async () => {}, withdrawn: async () => {} };

/** What nobody needs any more, so that guessing at made-up accounts doesn't fill the table. */
const outdated = (now: string) => {
  const before = (age: number) => toInstant(Date.parse(now) - age);
  return and(
    lt(passwordAttempts.lastAt, before(DAY_MS)),
    or(isNull(passwordAttempts.succeededAt), lt(passwordAttempts.succeededAt, before(KNOWN_MS))),
  );
};

export type Source = {
  /** Null where it has no meaning: no limits then. */
  address: string | null;
  /** The browser, if the account signed in with it before. */
  device: string | null;
};

/**
 * Begins an attempt to prove an account's password. It counts as failed from the start, so that many at once are no way
 * around the limits, until the caller says otherwise. Accounts that don't exist are counted alike. Someone who guesses
 * at one account delays only guesses at that account, and not its owner where they signed in before: in the same browser
 * not at all, at the same address not by guesses from elsewhere.
 * @param account its email address
 * @throws Problem 429 when it must wait, which doesn't count as an attempt
 */
export const beginPasswordAttempt = async (
  { database, now: clock }: Pick<Ports, 'database' | 'now'>,
  { address, device }: Source,
  account: string,
): Promise<PasswordAttempt> => {
  if (address === null) return UNLIMITED;
  const now = clock();
  const hash = digestOf(account.toLowerCase());
  const pair = `${hash}@${address}`;
  const own = device ? `${hash}@device:${device}` : pair;
  const limits = device
    ? new Map([[own, PAIR]])
    : new Map([
        [pair, PAIR],
        [`${hash}@*`, ACCOUNT],
        [`*@${address}`, ADDRESS],
      ]);
  const { key, failures, lastAt } = passwordAttempts;

  const counted = await transact(database, async (transaction) => {
    const keys = [...limits.keys()].sort();
    await transaction
      .insert(passwordAttempts)
      .values(keys.map((one) => ({ key: one, lastAt: now })))
      .onConflictDoNothing();
    const rows = await transaction
      .select()
      .from(passwordAttempts)
      .where(inArray(key, keys))
      .orderBy(asc(key))
      .for('update');
    const known = rows.some((row) => row.key === pair && since(row.succeededAt, now) < KNOWN_MS);
    const counting = known ? rows.filter((row) => row.key === pair) : rows;
    const seconds = counting.map((row) => pauseOf(row, limits.get(row.key) ?? PAIR, now));
    const longest = Math.max(...seconds);
    if (longest > 0) throw tooManyAttempts(longest);
    const forgiven = toInstant(Date.parse(now) - FORGIVEN_MS);
    await transaction
      .update(passwordAttempts)
      .set({
        failures: sql`case when ${lastAt} <= ${forgiven} then 1 else ${failures} + 1 end`,
        lastAt: now,
      })
      .where(
        inArray(
          key,
          counting.map((row) => row.key),
        ),
      );
    return counting.map((row) => row.key);
  });

  const giveBack = async (keys: string[]): Promise<void> => {
    await database
      .update(passwordAttempts)
      .set({ failures: sql`greatest(${failures} - 1, 0)` })
      .where(inArray(key, keys));
  };
  const noteSuccess = async (one: string, set: Partial<PasswordAttempts>): Promise<void> => {
    await database
      .insert(passwordAttempts)
      .values({ key: one, lastAt: now, succeededAt: now })
      .onConflictDoUpdate({ target: key, set });
  };
  return {
    succeeded: async () => {
      await giveBack(counted.filter((one) => one !== own));
      await noteSuccess(own, { failures: 0, lastAt: now, succeededAt: now });
      // Others may be guessing at the same address.
      if (device) await noteSuccess(pair, { succeededAt: now });
      await database.delete(passwordAttempts).where(outdated(now));
    },
    withdrawn: () => giveBack(counted),
  };
};
