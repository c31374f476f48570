import type { SQL } from 'drizzle-orm';
import type { Instant } from '../../journey/instant.ts';
import { isPaused, type StuckSettings, stuckAtOf } from '../../journey/stuck.ts';
import type { Database } from '../database.ts';
import { restingBatches } from './resting.ts';

/** How many of the customers concerned are named, so that a list can show them. */
const NAMED = 100;

type Concerned = { count: number; ids: string[] };

export type StuckPreview = {
  /** How many are stuck now, and would be with the other settings. */
  stuckNow: number;
  stuckThen: number;
  /** Who would be stuck and isn’t, and who wouldn’t be any more. */
  more: Concerned;
  fewer: Concerned;
};

type Change = { condition?: SQL; settings: StuckSettings; changed: StuckSettings };

const add = (concerned: Concerned, id: string): void => {
  concerned.count += 1;
  if (concerned.ids.length < NAMED) concerned.ids.push(id);
};

/**
 * What other settings would change for the customers who meet a condition. It asks the same function, of the same stored
 * values, that decides once the settings are saved.
 */
export const previewStuck = async (
  database: Database,
  { condition, settings, changed }: Change,
  now: Instant,
): Promise<StuckPreview> => {
  const isPast = (at: Instant | null) => at !== null && at <= now;
  const preview: StuckPreview = {
    stuckNow: 0,
    stuckThen: 0,
    more: { count: 0, ids: [] },
    fewer: { count: 0, ids: [] },
  };
  for await (const batch of restingBatches(database, condition))
    for (const customer of batch) {
      if (isPaused(customer, Date.parse(now))) continue;
      const isNow = isPast(stuckAtOf(customer, settings));
      const isThen = isPast(stuckAtOf(customer, changed));
      preview.stuckNow += Number(isNow);
      preview.stuckThen += Number(isThen);
      if (isThen && !isNow) add(preview.more, customer.id);
      if (isNow && !isThen) add(preview.fewer, customer.id);
    }
  return preview;
};
