import type { EventType, JourneyEvent } from '../journey/events.ts';
import type { Instant } from '../journey/instant.ts';
import type { Attempt, ConnectionState, CustomerState } from '../journey/journey.ts';
import { isSameMoment } from '../journey/same-moment.ts';
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

type Finding = { type: EventType; at: Instant; key: string; data: object };

const lastSignal = ({ journeys }: CustomerState): Instant | null =>
  journeys.at(-1)?.lastSignalAt ?? null;

/** Codat’s own time, unless it precedes known signals: then it’s about something else. */
const plausibleTime = (
  stated: Instant | null | undefined,
  { state, observedAt }: Comparison,
): Instant =>
  stated && stated > (lastSignal(state) ?? '') && stated < observedAt ? stated : observedAt;

const profileFindings = ({ company, state, observedAt }: Comparison): Finding[] => {
  const customer = changedProfile(company, state.profile);
  const isNew = state.journeys.length === 0 || state.deletedAt !== null;
  if (isNew) {
    const at = state.deletedAt ? observedAt : (company.created ?? observedAt);
    return [{ type: 'customer.created', at, key: `created:${at}`, data: { customer } }];
  }
  if (Object.keys(customer).length === 0) return [];
  return [
    { type: 'customer.updated', at: observedAt, key: `profile:${observedAt}`, data: { customer } },
  ];
};

const isKnownFailure = (error: ConnectionError, failures: readonly Attempt[]): boolean =>
  failures.some(
    ({ endedAt }) => endedAt && error.erroredOnUtc && isSameMoment(endedAt, error.erroredOnUtc),
  );

const failureFindings = (connection: Connection, { state, company }: Comparison): Finding[] => {
  const failures = state.journeys
    .flatMap(({ attempts }) => attempts)
    .filter((attempt) => attempt.connectionId === connection.id && attempt.outcome === 'failed');
  return (connection.dataConnectionErrors ?? []).flatMap((error) => {
    const failure = failureOf(error);
    // Revoked access isn’t a failed attempt. The connection’s status shows it.
    if (
      !error.erroredOnUtc ||
      failure.reason === 'access_revoked' ||
      isKnownFailure(error, failures)
    )
      return [];
    return {
      type: 'connection.failed' as const,
      at: error.erroredOnUtc,
      key: `failed:${connection.id}:${error.erroredOnUtc}`,
      data: { ...connectionData(company, connection), ...failure },
    };
  });
};

const authorizationFinding = (connection: Connection, comparison: Comparison): Finding => {
  const at = plausibleTime(connection.lastSync, comparison);
  const data = { ...connectionData(comparison.company, connection), noticedLater: true };
  return { type: 'connection.authorized', at, key: `linked:${connection.id}:${at}`, data };
};

/** Data is read again and again. Only a journey’s first matters. */
const dataFindings = (connection: Connection, { company, state }: Comparison): Finding[] => {
  const current = state.journeys.at(-1);
  if (!connection.lastSync || (current && hasReached(current.stage, 'streaming'))) return [];
  if (current && connection.lastSync < current.startedAt) return [];
  const data = { ...connectionData(company, connection), noticedLater: true };
  // Sorts after the authorization noticed at the same time, as data read without access doesn’t count.
  const key = `read:${connection.id}:${connection.lastSync}`;
  return [{ type: 'data.received', at: connection.lastSync, key, data }];
};

const revokedAt = ({ dataConnectionErrors }: Connection): Instant | null =>
  dataConnectionErrors?.find((error) => failureOf(error).reason === 'access_revoked')
    ?.erroredOnUtc ?? null;

const lossFinding = (connection: Connection, comparison: Comparison): Finding => {
  const at = plausibleTime(revokedAt(connection), comparison);
  const data = {
    ...connectionData(comparison.company, connection),
    status: connection.status,
    noticedLater: true,
  };
  return { type: 'connection.disconnected', at, key: `lost:${connection.id}:${at}`, data };
};

const statusFindings = (
  connection: Connection,
  known: ConnectionState | undefined,
  comparison: Comparison,
): Finding[] => {
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

const connectionFindings = (connection: Connection, comparison: Comparison): Finding[] => {
  const known = comparison.state.connections[connection.id];
  const at = connection.created ?? comparison.observedAt;
  const selected: Finding = {
    type: 'software.selected',
    at,
    key: `selected:${connection.id}`,
    data: connectionData(comparison.company, connection),
  };
  return [
    ...(known ? [] : [selected]),
    ...failureFindings(connection, comparison),
    ...statusFindings(connection, known, comparison),
  ];
};

const deletionFindings = ({ company, state, observedAt }: Comparison): Finding[] => {
  const present = new Set(company.dataConnections?.map(({ id }) => id));
  return Object.entries(state.connections)
    .filter(([id, { status }]) => status !== 'gone' && !present.has(id))
    .map(([connectionId, { status }]) => ({
      type: 'connection.deleted',
      at: observedAt,
      key: `deleted:${connectionId}:${observedAt}`,
      data: { connectionId, noticedLater: true, ...(status === 'linked' && { status: 'Linked' }) },
    }));
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
  ].map(
    ({ type, at, key, data }) =>
      // Cast because TypeScript can’t tell that each finding has the data of its type.
      ({
        type,
        data,
        customerId: company.id,
        occurredAt: at,
        source: 'sync',
        sourceId: key,
        actorId: null,
      }) as JourneyEvent,
  );
};
