import { type EventType, event, type JourneyEvent } from '../journey/events.ts';
import { type Instant, isSameMoment } from '../journey/instant.ts';
import type { Attempt, ConnectionState, CustomerState } from '../journey/journey.ts';
import { recognizeReason } from '../journey/recognize-reason.ts';
import { hasReached } from '../journey/stages.ts';
import { changedProfile } from './changed-profile.ts';
import { connectionData, failureOf } from './descriptions.ts';
import type { Connection, ConnectionError, ListedCompany } from './payloads.ts';

type Comparison = {
  company: ListedCompany;
  state: CustomerState;
  /** When Codat described the company. */
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

/** Codat’s own time, unless it precedes known signals: then it’s about something else. */
const plausibleTime = (
  stated: Instant | null | undefined,
  { state, observedAt }: Comparison,
): Instant =>
  stated && stated > (lastSignal(state) ?? '') && stated < observedAt ? stated : observedAt;

const profileFindings = (comparison: Comparison): JourneyEvent[] => {
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

const isKnownFailure = (error: ConnectionError, failures: readonly Attempt[]): boolean =>
  failures.some(
    ({ endedAt }) => endedAt && error.erroredOnUtc && isSameMoment(endedAt, error.erroredOnUtc),
  );

const isRevocation = (error: ConnectionError): boolean =>
  recognizeReason(failureOf(error)) === 'access_revoked';

const failureFindings = (connection: Connection, comparison: Comparison): JourneyEvent[] => {
  const { state, company } = comparison;
  const failures = state.journeys
    .flatMap(({ attempts }) => attempts)
    .filter((attempt) => attempt.connectionId === connection.id && attempt.outcome === 'failed');
  return (connection.dataConnectionErrors ?? []).flatMap((error) => {
    // Revoked access isn’t a failed attempt. The connection’s status shows it.
    if (!error.erroredOnUtc || isRevocation(error) || isKnownFailure(error, failures)) return [];
    const at = error.erroredOnUtc;
    const key = `failed:${connection.id}:${at}`;
    const data = { ...connectionData(company, connection), ...failureOf(error) };
    return found(comparison, { type: 'connection.failed', at, key }, data);
  });
};

const authorizationFinding = (connection: Connection, comparison: Comparison): JourneyEvent => {
  const at = plausibleTime(connection.lastSync, comparison);
  const key = `linked:${connection.id}:${at}`;
  return found(
    comparison,
    { type: 'connection.authorized', at, key },
    { ...connectionData(comparison.company, connection), noticedLater: true },
  );
};

/** Data is read again and again; it matters once, when it is the journey's first. */
const dataFindings = (connection: Connection, comparison: Comparison): JourneyEvent[] => {
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
  dataConnectionErrors?.find(isRevocation)?.erroredOnUtc ?? null;

const lossFinding = (connection: Connection, comparison: Comparison): JourneyEvent => {
  const at = plausibleTime(revokedAt(connection), comparison);
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

const statusFindings = (
  connection: Connection,
  known: ConnectionState | undefined,
  comparison: Comparison,
): JourneyEvent[] => {
  const wasLinked = known?.status === 'linked';
  if (connection.status === 'Linked')
    return [
      ...(wasLinked ? [] : [authorizationFinding(connection, comparison)]),
      ...dataFindings(connection, comparison),
    ];
  if (connection.status === 'PendingAuth' && !wasLinked) return [];
  if (known?.status === 'gone') return [];
  return [lossFinding(connection, comparison)];
};

const connectionFindings = (connection: Connection, comparison: Comparison): JourneyEvent[] => {
  const known = comparison.state.connections[connection.id];
  const at = connection.created ?? comparison.observedAt;
  const key = `selected:${connection.id}`;
  const data = connectionData(comparison.company, connection);
  return [
    ...(known ? [] : [found(comparison, { type: 'software.selected', at, key }, data)]),
    ...failureFindings(connection, comparison),
    ...statusFindings(connection, known, comparison),
  ];
};

const deletionFindings = (comparison: Comparison): JourneyEvent[] => {
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
 * Compares a company in Codat with its customer’s state and returns the missing events. They carry Codat’s own times,
 * or the time of the observation where Codat gives none. Once they are ingested, reconciling again finds nothing.
 */
export const reconcile = (comparison: Comparison): JourneyEvent[] => {
  const { company, state, observedAt } = comparison;
  // A signal arrived after the request: the response may be older.
  if ((lastSignal(state) ?? '') > observedAt) return [];
  const connections = company.dataConnections ?? [];
  return [
    ...profileFindings(comparison),
    ...connections.flatMap((connection) => connectionFindings(connection, comparison)),
    ...deletionFindings(comparison),
  ];
};
