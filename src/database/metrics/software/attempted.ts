import { and, eq, inArray, isNull, not, type SQL, type SQLWrapper } from 'drizzle-orm';
import type { Instant } from '../../../journey/instant.ts';
import type { Attempted } from '../../../journey/metrics/attempted.ts';
import type { Database } from '../../database.ts';
import { customers } from '../../schema/index.ts';
import { within } from '../scope.ts';
import { endedAttempts, leftOutAttempts } from './ended-attempts.ts';
import { firstAttempts } from './first-attempts.ts';

type Asked = Attempted & { database: Database; now: Instant };
type First = ReturnType<typeof firstAttempts>;
type Ended = ReturnType<typeof endedAttempts>;

/** The list itself leaves out those that the person who asks may not see. */
const ALL = { portfolio: null };

const ofFirst =
  (condition: (first: First, asked: Asked) => SQL | undefined) =>
  (asked: Asked): SQLWrapper => {
    const first = firstAttempts(asked.database, { ...ALL, software: asked.software });
    return asked.database
      .select({ id: first.customerId })
      .from(first)
      .where(condition(first, asked));
  };

const ofEnded =
  (condition: (ended: Ended, asked: Asked) => SQL | undefined, from = endedAttempts) =>
  (asked: Asked): SQLWrapper => {
    const ended = from(asked.database, asked, asked.now, ALL);
    return asked.database
      .select({ id: ended.customerId })
      .from(ended)
      .where(and(eq(ended.software, asked.software), condition(ended, asked)));
  };

const started = (first: First, asked: Asked) =>
  and(within(first.startedAt, asked), not(first.isUntimed));

const CUSTOMERS: Record<Attempted['which'], (asked: Asked) => SQLWrapper> = {
  ended_first: ofFirst((first, asked) => within(first.endedAt, asked)),
  failed_first: ofFirst((first, asked) => and(within(first.endedAt, asked), first.failedFirst)),
  started: ofFirst(started),
  not_connected: ofFirst((first, asked) => and(started(first, asked), isNull(first.approvedAt))),
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
