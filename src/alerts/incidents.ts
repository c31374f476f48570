import { and, eq, inArray, isNull, notInArray, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { textArray } from '../database/bulk.ts';
import type { Transaction } from '../database/database.ts';
import { type Alert, type AlertIncident, alertIncidents } from '../database/schema/index.ts';
import { addHours, type Instant } from '../journey/instant.ts';
import type { Finding } from './find/finding.ts';
import { KINDS } from './kinds.ts';

export type Within = { transaction: Transaction; alert: Alert; now: Instant };

/** What to tell one recipient, in one message with this id. */
export type News = { id: string; event: 'opened' | 'over'; title: string };

/** In one statement: PostgreSQL takes at most 65,535 parameters. */
const ROWS = 500;

const isOpen = isNull(alertIncidents.endedAt);

const isOfAlert = (alert: Pick<Alert, 'id'>) => and(eq(alertIncidents.alertId, alert.id), isOpen);

const isOneOf = (all: readonly AlertIncident[]) => {
  const ids = textArray(all.map(({ id }) => id));
  return inArray(alertIncidents.id, sql`(select unnest(${ids})::uuid)`);
};

const subjectsOf = (all: readonly Pick<Finding, 'subject'>[]): Set<string> =>
  new Set(all.map(({ subject }) => subject));

/** Opens incidents for what is new. */
const open = async (
  { transaction, alert, now }: Within,
  recipient: string,
  fresh: readonly Finding[],
): Promise<News[]> => {
  if (fresh.length === 0) return [];
  const id = uuidv7();
  const rows = fresh.map((finding) => ({
    ...{ ...finding, id: uuidv7(), alertId: alert.id, recipient, openedIn: id },
    ...{ startedAt: now, lastSeenAt: now },
  }));
  for (let first = 0; first < rows.length; first += ROWS)
    await transaction.insert(alertIncidents).values(rows.slice(first, first + ROWS));
  return [{ id, event: 'opened', title: KINDS[alert.kind].opened(fresh) }];
};

/** Ends incidents. Some kinds tell it only once none is left. */
const end = async (
  { transaction, alert, now }: Within,
  over: readonly AlertIncident[],
  areLast: boolean,
): Promise<News[]> => {
  if (over.length === 0) return [];
  const kind = KINDS[alert.kind];
  const id = kind.endsAlone || areLast ? uuidv7() : null;
  await transaction.update(alertIncidents).set({ endedAt: now, overIn: id }).where(isOneOf(over));
  return id ? [{ id, event: 'over', title: kind.over(over) }] : [];
};

/** Compares what was found for a recipient with the incidents that they know. Returns the news. */
export const record = async (
  within: Within,
  recipient: string,
  findings: readonly Finding[],
): Promise<News[]> => {
  const { transaction, alert, now } = within;
  const known = await transaction
    .select()
    .from(alertIncidents)
    .where(and(isOfAlert(alert), eq(alertIncidents.recipient, recipient)));
  const [subjects, knownSubjects] = [subjectsOf(findings), subjectsOf(known)];
  const fresh = findings.filter(({ subject }) => !knownSubjects.has(subject));
  const seen = known.filter(({ subject }) => subjects.has(subject));
  if (seen.length > 0)
    await transaction.update(alertIncidents).set({ lastSeenAt: now }).where(isOneOf(seen));
  const quietSince = addHours(now, -KINDS[alert.kind].quiet / 60);
  const over = known.filter(
    ({ subject, lastSeenAt }) => !subjects.has(subject) && lastSeenAt <= quietSince,
  );
  const areLast = over.length === known.length && fresh.length === 0;
  return [...(await open(within, recipient, fresh)), ...(await end(within, over, areLast))];
};

/** Ends, silently, the incidents of all but these recipients. */
export const endOthers = async (
  { transaction, alert, now }: Within,
  recipients: readonly string[],
): Promise<void> => {
  await transaction
    .update(alertIncidents)
    .set({ endedAt: now })
    .where(and(isOfAlert(alert), notInArray(alertIncidents.recipient, [...recipients])));
};
