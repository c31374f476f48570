import type { Context } from 'hono';
import type { Ports } from '../ports.ts';
import { Problem } from './problem.ts';

export type Rate = {
  /** What one address may do in a minute. A whole office may share one. */
  perAddress: number;
  /** What all addresses may do together in a minute. */
  inAll: number;
};

const MINUTE_MS = 60_000;

/** More addresses than this in a minute are only counted together, so that they can’t fill the memory. */
const MOST_ADDRESSES = 10_000;

export type RateLimit = {
  /** Counts one more. Returns the seconds to wait once there are too many, otherwise null. */
  take: (context: Context) => number | null;
  /** As `take`, without counting. */
  check: (context: Context) => number | null;
};

/**
 * Counts what strangers do, minute by minute, in memory. Hosts that know no addresses set no limit. Ours rather than a
 * library’s because it must also run in the browser: rate-limiter-flexible needs Node’s cluster, and hono-rate-limiter
 * can’t count only the requests that turn out to be guesses.
 */
export const createRateLimit = (
  { addressOf, now }: Pick<Ports, 'addressOf' | 'now'>,
  { perAddress, inAll }: Rate,
): RateLimit => {
  const counts = new Map<string, number>();
  let total = 0;
  let end = 0;
  const secondsLeft = (): number => {
    const moment = Date.parse(now());
    // A clock that was set back would otherwise stretch the minute.
    if (moment >= end || end - moment > MINUTE_MS) {
      counts.clear();
      total = 0;
      end = moment + MINUTE_MS;
    }
    return Math.ceil((end - moment) / 1000);
  };
  const check = (context: Context): number | null => {
    const address = addressOf(context);
    if (address === null) return null;
    const seconds = secondsLeft();
    const full = (counts.get(address) ?? 0) >= perAddress || total >= inAll;
    return full ? seconds : null;
  };
  const take = (context: Context): number | null => {
    const seconds = check(context);
    const address = addressOf(context);
    if (seconds !== null || address === null) return seconds;
    const before = counts.get(address) ?? 0;
    if (before > 0 || counts.size < MOST_ADDRESSES) counts.set(address, before + 1);
    total += 1;
    return null;
  };
  return { take, check };
};

export const tooMany = (seconds: number): Problem =>
  new Problem(429, `Too many requests from your network. Try again in ${seconds} seconds.`, {
    headers: { 'retry-after': String(seconds) },
  });
