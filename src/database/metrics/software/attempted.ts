import { and, eq, inArray, isNull, type SQL, type SQLWrapper } from 'drizzle-orm';
import type { Instant } from '../../../journey/instant.ts';
import type { Attempted } from '../../../journey/metrics/attempted.ts';
import type { Database } from '../../database.ts';
import { customers } from '../../schema/index.ts';
import { endedAttempts, leftOutAttempts } from './ended-attempts.ts';
import { begunFirst, endedFirst } from './first-attempts.ts';

type Asked = Attempted & { database: Database; now: Instant };
type First = ReturnType<typeof endedFirst>;
type Ended = ReturnType<typeof endedAttempts>;

/** The list itself leaves out those that the person who asks may not see. */
const ALL = { portfolio: null };

const ofFirst =
  (from: typeof endedFirst, condition?: (first: First) => SQL | undefined) =>
  (asked: Asked): SQLWrapper => {
    const { database, software } = asked;
    const first = from(database, { ...ALL, period: asked, software });
    return database.select({ id: first.customerId }).from(first).where(condition?.(first));
  };

const ofEnded =
  (condition: (ended: Ended, asked: Asked) => SQL | undefined, from = endedAttempts) =>
  (asked: Asked): SQLWrapper => {
    const { database, now, software } = asked;
    const ended = from(database, { ...ALL, period: asked, now, software });
    return database.select({ id: ended.customerId }).from(ended).where(condition(ended, asked));
  };

const CUSTOMERS: Record<Attempted['which'], (asked: Asked) => SQLWrapper> = {
  ended_first: ofFirst(endedFirst),
  failed_first: ofFirst(endedFirst, (first) => eq(first.failedFirst, true)),
  started: ofFirst(begunFirst),
  not_connected: ofFirst(begunFirst, (first) => isNull(first.approvedAt)),
  ended: ofEnded(() => undefined),
  failed: ofEnded((ended, { reasons }) =>
    and(eq(ended.outcome, 'failed'), reasons && inArray(ended.failureReason, reasons)),
  ),
  gave_up: ofEnded((ended) => eq(ended.outcome, 'abandoned')),
  left_out: ofEnded(() => undefined, leftOutAttempts),
};

/** Whether a customer did this with software: those that the metric counts which links here. */
export const hasAttempted = (database: Database, attempted: Attempted, now: Instant): SQL =>
  inArray(customers.id, CUSTOMERS[attempted.which]({ ...attempted, database, now }));
