import { selectRows } from '../../../src/database/bulk.ts';
import type { Database } from '../../../src/database/database.ts';
import { refold } from '../../../src/database/folding/folding.ts';
import { events, software, users } from '../../../src/database/schema/index.ts';
import { loadStuckSettings } from '../../../src/database/settings.ts';
import type { Instant } from '../../../src/journey/instant.ts';
import { UNKNOWN_SOFTWARE } from '../../../src/journey/software-entry.ts';
import { historyOf } from './history.ts';
import { MANAGERS } from './managers.ts';
import { OTHERS } from './software.ts';

const BATCH = 500;

/** Adds the people and the software that histories name. */
export const addNamed = async (database: Database): Promise<void> => {
  await database.insert(users).values(MANAGERS).onConflictDoNothing();
  const others = OTHERS.map(({ key, name }) => ({ id: key, name, ...UNKNOWN_SOFTWARE }));
  await database
    .insert(software)
    .values(others.map((one) => ({ ...one, tags: [], ready: [] })))
    .onConflictDoNothing();
};

export type Filling = {
  /** The numbers of the customers, `to` not included. */
  from: number;
  to: number;
  now: Instant;
};

/**
 * Stores customers’ histories and the states that follow from them, in less than half the time that ingest takes, which
 * expects events to be known already. A test compares the two.
 */
export const fill = async (
  database: Database,
  { from, to, now }: Filling,
  onFilled: (count: number) => void = () => {},
): Promise<void> => {
  const settings = await loadStuckSettings(database);
  for (let start = from; start < to; start += BATCH) {
    const end = Math.min(start + BATCH, to);
    const histories = Array.from({ length: end - start }, (_, index) =>
      historyOf(start + index, now),
    );
    const rows = histories
      .flat()
      .map((event) => ({ ...event, id: crypto.randomUUID(), recordedAt: event.occurredAt }));
    await database.transaction(async (transaction) => {
      await transaction.insert(events).select(selectRows(events, rows));
      const ids = histories.flatMap(([first]) => first?.customerId ?? []);
      await refold(transaction, ids, settings);
    });
    onFilled(end - start);
  }
};
