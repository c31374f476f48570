import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { connectionData } from '../../codat/descriptions.ts';
import type { Database, Transaction } from '../../database/database.ts';
import { ingest, ingestWithin, lockCustomers } from '../../database/ingest.ts';
import { attempts } from '../../database/schema/index.ts';
import { type EventType, event, type JourneyEvent } from '../../journey/events.ts';
import type { Instant } from '../../journey/instant.ts';
import { isAccounting } from '../../journey/other-connections.ts';
import { recognizeReason } from '../../journey/recognize-reason.ts';
import { hasReached } from '../../journey/stages.ts';
import type { Ports } from '../ports.ts';
import { askCodat } from './ask-codat.ts';
import type { Visit } from './visit.ts';

const MAX_TEXT = 2000;

/** A query parameter, which anyone can make up. PostgreSQL can’t store NUL. */
const parameter = z
  .string()
  .transform((text) => text.toWellFormed().replaceAll('\0', '').slice(0, MAX_TEXT))
  .catch('');

/** What Codat’s redirect says about the outcome: a hint to be checked with Codat. */
export const returnHint = z.object({
  journey: parameter,
  statusCode: parameter,
  statusText: parameter,
  connectionId: parameter,
  companyId: parameter,
  platform: parameter,
});
export type Hint = z.output<typeof returnHint>;

export const reasonOf = ({ statusCode, statusText, platform }: Hint) =>
  recognizeReason({ statusCode, text: statusText, software: platform, redirected: true });

/** An event of the return after the link’s last opening; a reload repeats the same event. */
const returned = <T extends EventType>(
  { link, customer }: Visit,
  type: T,
  data: JourneyEvent<T>['data'],
  occurredAt: Instant,
) => {
  const sourceId = `${type}:${link.id}:${link.openings}`;
  return event(type, { customerId: customer.id, occurredAt, source: 'return', sourceId }, data);
};

/** Records a success if Codat’s API confirms that the connection is linked. Returns whether it does. */
export const recordSuccess = async (ports: Ports, visit: Visit, hint: Hint): Promise<boolean> => {
  const { customer } = visit;
  const company = await askCodat(ports.log, ports.codat.company(customer.id));
  if (company instanceof Error) return false;
  const linked = (company.dataConnections ?? []).filter(
    ({ status, sourceType }) => status === 'Linked' && isAccounting(sourceType),
  );
  const connection =
    linked.find(({ id }) => id === hint.connectionId) ??
    linked.find(({ id }) => id === customer.connectionId);
  if (!connection) return false;
  const now = ports.now();
  const isKnown = customer.connected && customer.connectionId === connection.id;
  const data = connectionData(company, connection);
  const news = [
    ...(isKnown ? [] : [returned(visit, 'connection.authorized', data, now)]),
    ...(hasReached(customer.stage, 'completed')
      ? []
      : [returned(visit, 'journey.completed', {}, now)]),
  ];
  await ingest(ports.database, news, now);
  return true;
};

const attemptsOn = (
  database: Database | Transaction,
  { customer }: Visit,
  { connectionId }: Hint,
) =>
  database
    .select()
    .from(attempts)
    .where(and(eq(attempts.customerId, customer.id), eq(attempts.connectionId, connectionId)));

/** The data of the named connection for an event; null if it isn’t one of the customer’s. */
const ownConnection = async ({ database, codat, log }: Ports, visit: Visit, hint: Hint) => {
  const { connectionId } = hint;
  if (!connectionId) return null;
  if ((await attemptsOn(database, visit, hint)).length > 0) return { connectionId };
  const company = await askCodat(log, codat.company(visit.customer.id));
  if (company instanceof Error) return null;
  const connection = company.dataConnections?.find(({ id }) => id === connectionId);
  return connection ? connectionData(company, connection) : null;
};

/** Records a failure, unless Codat has reported one on this connection since the link was opened. */
export const recordFailure = async (ports: Ports, visit: Visit, hint: Hint): Promise<void> => {
  const { customer, link } = visit;
  const connection = await ownConnection(ports, visit, hint);
  if (!connection) return;
  const now = ports.now();
  await ports.database.transaction(async (transaction) => {
    await lockCustomers(transaction, [customer.id]);
    const known = (await attemptsOn(transaction, visit, hint)).some(
      ({ outcome, endedAt }) =>
        outcome === 'failed' && (endedAt ?? '') >= (link.lastOpenedAt ?? ''),
    );
    if (known) return;
    const { statusCode, statusText: text } = hint;
    const data = { ...connection, statusCode, text };
    await ingestWithin(transaction, [returned(visit, 'connection.failed', data, now)], now);
  });
};
