import { type EventType, event, type JourneyEvent } from '../journey/events.ts';
import { type Instant, isSameMoment } from '../journey/instant.ts';
import type { Attempt, ConnectionState, CustomerState } from '../journey/journey.ts';
import { hasReached } from '../journey/stages.ts';
import { changedProfile } from './changed-profile.ts';
import { connectionData, failureOf } from './descriptions.ts';
import type { Connection, ConnectionError, ListedCompany } from './payloads.ts';

type Comparison = {
  company: ListedCompany;
  state: CustomerState;
  /** When the company was as it is described. */
  observedAt: Instant;
};

const found = <T extends EventType>(
  { company }: Comparison,
  { type, at, key }: { type: T; at: Instant; key: string },
  data: JourneyEvent<T>['data'],
): JourneyEvent<T> =>
  event(type, { customerId: company.id, occurredAt: at, source: 'sync', sourceId: key }, data);

const lastSignal = ({ journeys }: CustomerState): Instant | null =>
  journeys.at(-1)?.lastSignalAt ?? null;

/** The time that Codat states, unless it lies before what is known already: then it is about something else. */
const honest = (stated: Instant | null | undefined, { state, observedAt }: Comparison): Instant =>
  stated && stated > (lastSignal(state) ?? '') && stated < observedAt ? stated : observedAt;

const missedProfile = (comparison: Comparison): JourneyEvent[] => {
  const { company, state, observedAt } = comparison;
  const customer = changedProfile(company, state.profile);
  const isNew = state.journeys.length === 0 || state.deletedAt !== null;
  if (isNew) {
    const at = state.deletedAt ? observedAt : (company.created ?? observedAt);
    return [
      found(comparison, { type: 'customer.created', at, key: `created:${at}` }, { customer }),
    ];
  }
  if (Object.keys(customer).length === 0) return [];
  const key = `profile:${observedAt}`;
  return [found(comparison, { type: 'customer.updated', at: observedAt, key }, { customer })];
};

const isKnown = (error: ConnectionError, failures: readonly Attempt[]): boolean =>
  failures.some(
    ({ endedAt }) => endedAt && error.erroredOnUtc && isSameMoment(endedAt, error.erroredOnUtc),
  );

const missedFailures = (connection: Connection, comparison: Comparison): JourneyEvent[] => {
  const { state, company } = comparison;
  const failures = state.journeys
    .flatMap(({ attempts }) => attempts)
    .filter((attempt) => attempt.connectionId === connection.id && attempt.outcome === 'failed');
  return (connection.dataConnectionErrors ?? []).flatMap((error) => {
    const failure = failureOf(error);
    // Access that was revoked is no failed attempt: the connection's status says so too.
    if (!error.erroredOnUtc || failure.reason === 'access_revoked' || isKnown(error, failures))
      return [];
    const at = error.erroredOnUtc;
    const key = `failed:${connection.id}:${at}`;
    const data = { ...connectionData(company, connection), ...failure };
    return found(comparison, { type: 'connection.failed', at, key }, data);
  });
};

const missedAuthorization = (connection: Connection, comparison: Comparison): JourneyEvent => {
  const at = honest(connection.lastSync, comparison);
  const key = `linked:${connection.id}:${at}`;
  return found(
    comparison,
    { type: 'connection.authorized', at, key },
    { ...connectionData(comparison.company, connection), noticedLater: true },
  );
};

/** Data is read again and again; it matters once, when it is the journey's first. */
const missedData = (connection: Connection, comparison: Comparison): JourneyEvent[] => {
  const { company, state } = comparison;
  const current = state.journeys.at(-1);
  if (!connection.lastSync || (current && hasReached(current.stage, 'streaming'))) return [];
  if (current && connection.lastSync < current.startedAt) return [];
  // Sorts behind the authorization noticed at the same moment: what is read while access is gone does not count.
  const key = `read:${connection.id}:${connection.lastSync}`;
  return [
    found(
      comparison,
      { type: 'data.received', at: connection.lastSync, key },
      { ...connectionData(company, connection), noticedLater: true },
    ),
  ];
};

const revokedAt = ({ dataConnectionErrors }: Connection): Instant | null =>
  dataConnectionErrors?.find((error) => failureOf(error).reason === 'access_revoked')
    ?.erroredOnUtc ?? null;

const missedLoss = (connection: Connection, comparison: Comparison): JourneyEvent => {
  const at = honest(revokedAt(connection), comparison);
  const key = `lost:${connection.id}:${at}`;
  return found(
    comparison,
    { type: 'connection.disconnected', at, key },
    {
      ...connectionData(comparison.company, connection),
      status: connection.status,
      noticedLater: true,
    },
  );
};

const missedStatus = (
  connection: Connection,
  known: ConnectionState | undefined,
  comparison: Comparison,
): JourneyEvent[] => {
  const wasLinked = known?.status === 'linked';
  if (connection.status === 'Linked')
    return [
      ...(wasLinked ? [] : [missedAuthorization(connection, comparison)]),
      ...missedData(connection, comparison),
    ];
  if (connection.status === 'PendingAuth' && !wasLinked) return [];
  if (known?.status === 'gone') return [];
  return [missedLoss(connection, comparison)];
};

const missedOfConnection = (connection: Connection, comparison: Comparison): JourneyEvent[] => {
  const known = comparison.state.connections[connection.id];
  const at = connection.created ?? comparison.observedAt;
  const key = `selected:${connection.id}`;
  const data = connectionData(comparison.company, connection);
  return [
    ...(known ? [] : [found(comparison, { type: 'software.selected', at, key }, data)]),
    ...missedFailures(connection, comparison),
    ...missedStatus(connection, known, comparison),
  ];
};

const missedDeletions = (comparison: Comparison): JourneyEvent[] => {
  const { company, state, observedAt } = comparison;
  const present = new Set(company.dataConnections?.map(({ id }) => id));
  return Object.entries(state.connections)
    .filter(([id, { status }]) => status !== 'gone' && !present.has(id))
    .map(([connectionId, { status }]) => {
      const key = `deleted:${connectionId}:${observedAt}`;
      return found(
        comparison,
        { type: 'connection.deleted', at: observedAt, key },
        { connectionId, noticedLater: true, ...(status === 'linked' && { status: 'Linked' }) },
      );
    });
};

/**
 * What a company at Codat shows that its customer's state doesn't, as events: with the times that Codat states, and
 * where it states none, the time of the observation. Comparing again after these are taken in finds nothing.
 */
export const missed = (comparison: Comparison): JourneyEvent[] => {
  const { company, state, observedAt } = comparison;
  // A signal came in while the answer was on its way: the answer may be the older of the two.
  if ((lastSignal(state) ?? '') > observedAt) return [];
  const connections = company.dataConnections ?? [];
  return [
    ...missedProfile(comparison),
    ...connections.flatMap((connection) => missedOfConnection(connection, comparison)),
    ...missedDeletions(comparison),
  ];
};
