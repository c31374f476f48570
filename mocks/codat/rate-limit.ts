import { type Instant, toInstant } from '../../src/journey/instant.ts';
import type { Schedule, Waiting } from './time/schedule.ts';
import type { Webhook } from './world/world.ts';

/** Requests per day, plus as many again for each connected company. */
const ALLOWANCE = 1000;

export type RateLimitPorts = {
  now: () => Instant;
  newId: () => string;
  schedule: Pick<Schedule, 'at'>;
  /** The number of connected companies. */
  connected: () => number;
  emit: (webhook: Webhook) => void;
};

const midnightAfter = (at: Instant): Instant => toInstant(new Date(at).setUTCHours(24, 0, 0, 0));

/** Counts requests against a daily quota, which resets at midnight UTC. Emits a webhook when it is used up. */
export const createRateLimit = ({ now, newId, schedule, connected, emit }: RateLimitPorts) => {
  let used = 0;
  let reached = false;
  let end: Waiting | null = null;

  const quota = (): number => ALLOWANCE * (1 + connected());
  const remaining = (): number => Math.max(quota() - used, 0);

  const emitEvent = (eventType: string, expiryDate: Instant): void => {
    const payload = { dailyQuota: quota(), quotaRemaining: remaining(), expiryDate };
    emit({ id: newId(), eventType, generatedDate: now(), payload });
  };

  const reset = (): void => {
    used = 0;
    end = null;
    if (reached) emitEvent('client.rateLimit.reset', midnightAfter(now()));
    reached = false;
  };

  return {
    /** Counts a request. Returns whether it is within the quota, how many are left, and when the quota resets. */
    count: () => {
      end ??= schedule.at(midnightAfter(now()), reset);
      const allowed = remaining() > 0;
      if (allowed) used += 1;
      else if (!reached) {
        reached = true;
        emitEvent('client.rateLimit.reached', end.due);
      }
      return { allowed, quota: quota(), remaining: remaining(), resetsAt: end.due };
    },
  };
};

export type RateLimit = ReturnType<typeof createRateLimit>;
