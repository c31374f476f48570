import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { connectionData } from '../../codat/descriptions.ts';
import { cut } from '../../common/cut.ts';
import type { EventType } from '../../common/event-types.ts';
import type { Database } from '../../database/database.ts';
import { ingest } from '../../database/ingest.ts';
import { attempts } from '../../database/schema/index.ts';
import { event, type JourneyEvent } from '../../journey/events.ts';
import type { Instant } from '../../journey/instant.ts';
import { isAccounting } from '../../journey/other-connections.ts';
import { recognizeReason } from '../../journey/recognize-reason.ts';
import type { Ports } from '../ports.ts';
import { askCodat } from './ask-codat.ts';
import type { Visit } from './visit.ts';

const MAX_TEXT = 2000;

/** A query parameter, which anyone can make up. PostgreSQL can’t store NUL. */
const parameter = z
  .string()
  .transform((text) => cut(text.replaceAll('\0', ''), MAX_TEXT))
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

/** An event of a connection’s return after the link’s last opening; a reload repeats the same event. */
const returned = <T extends EventType>(
  { link, customer }: Visit,
  { connectionId, occurredAt }: { connectionId: string; occurredAt: Instant },
  type: T,
  data: JourneyEvent<T>['data'],
) => {
  const sourceId = `${type}:${link.id}:${link.openings}:${connectionId}`;
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
  const at = { connectionId: connection.id, occurredAt: now };
  // Recorded whatever we believe at the moment: a report of what happened before may still be on its way.
  const news = [
    returned(visit, at, 'connection.authorized', connectionData(company, connection)),
    returned(visit, at, 'journey.completed', {}),
  ];
  await ingest(ports.database, news, now);
  return true;
};

const hasAttemptOn = async (
  database: Database,
  { customer }: Visit,
  { connectionId }: Hint,
): Promise<boolean> =>
  (await database.$count(
    attempts,
    and(eq(attempts.customerId, customer.id), eq(attempts.connectionId, connectionId)),
  )) > 0;

/** The data of the named connection for an event; null if it isn’t one of the customer’s. */
const ownConnection = async ({ database, codat, log }: Ports, visit: Visit, hint: Hint) => {
  const { connectionId } = hint;
  if (!connectionId) return null;
  if (await hasAttemptOn(database, visit, hint)) return { connectionId };
  const company = await askCodat(log, codat.company(visit.customer.id));
  if (company instanceof Error) return null;
  const connection = company.dataConnections?.find(({ id }) => id === connectionId);
  return connection ? connectionData(company, connection) : null;
};

/** Records a failure on one of the customer’s connections. The fold knows whether Codat has reported the same one. */
export const recordFailure = async (ports: Ports, visit: Visit, hint: Hint): Promise<void> => {
  const connection = await ownConnection(ports, visit, hint);
  if (!connection) return;
  const now = ports.now();
  const { connectionId } = connection;
  const { statusCode, statusText: text } = hint;
  const data = { ...connection, statusCode, text };
  const failed = returned(visit, { connectionId, occurredAt: now }, 'connection.failed', data);
  await ingest(ports.database, [failed], now);
};
