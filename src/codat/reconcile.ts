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
  /** When the company was as it is described. */
  observedAt: Instant;
};

type Found = { type: EventType; at: Instant; key: string; data: object };

const lastSignal = ({ journeys }: CustomerState): Instant | null =>
  journeys.at(-1)?.lastSignalAt ?? null;

/** The time that Codat states, unless it lies before what is known already: then it is about something else. */
const honest = (stated: Instant | null | undefined, { state, observedAt }: Comparison): Instant =>
  stated && stated > (lastSignal(state) ?? '') && stated < observedAt ? stated : observedAt;

const missedProfile = ({ company, state, observedAt }: Comparison): Found[] => {
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

const isKnown = (error: ConnectionError, failures: readonly Attempt[]): boolean =>
  failures.some(
    ({ endedAt }) => endedAt && error.erroredOnUtc && isSameMoment(endedAt, error.erroredOnUtc),
  );

const missedFailures = (connection: Connection, { state, company }: Comparison): Found[] => {
  const failures = state.journeys
    .flatMap(({ attempts }) => attempts)
    .filter((attempt) => attempt.connectionId === connection.id && attempt.outcome === 'failed');
  return (connection.dataConnectionErrors ?? []).flatMap((error) => {
    const failure = failureOf(error);
    // Access that was revoked is no failed attempt: the connection's status says so too.
    if (!error.erroredOnUtc || failure.reason === 'access_revoked' || isKnown(error, failures))
      return [];
    return {
      type: 'connection.failed' as const,
      at: error.erroredOnUtc,
      key: `failed:${connection.id}:${error.erroredOnUtc}`,
      data: { ...connectionData(company, connection), ...failure },
    };
  });
};

const missedAuthorization = (connection: Connection, comparison: Comparison): Found => {
  const at = honest(connection.lastSync, comparison);
  const data = { ...connectionData(comparison.company, connection), noticedLater: true };
  return { type: 'connection.authorized', at, key: `linked:${connection.id}:${at}`, data };
};

/** Data is read again and again; it matters once, when it is the journey's first. */
const missedData = (connection: Connection, { company, state }: Comparison): Found[] => {
  const current = state.journeys.at(-1);
  if (!connection.lastSync || (current && hasReached(current.stage, 'streaming'))) return [];
  if (current && connection.lastSync < current.startedAt) return [];
  const data = { ...connectionData(company, connection), noticedLater: true };
  // Sorts behind the authorization noticed at the same moment: what is read while access is gone does not count.
  const key = `read:${connection.id}:${connection.lastSync}`;
  return [{ type: 'data.received', at: connection.lastSync, key, data }];
};

const revokedAt = ({ dataConnectionErrors }: Connection): Instant | null =>
  dataConnectionErrors?.find((error) => failureOf(error).reason === 'access_revoked')
    ?.erroredOnUtc ?? null;

const missedLoss = (connection: Connection, comparison: Comparison): Found => {
  const at = honest(revokedAt(connection), comparison);
  const data = {
    ...connectionData(comparison.company, connection),
    status: connection.status,
    noticedLater: true,
  };
  return { type: 'connection.disconnected', at, key: `lost:${connection.id}:${at}`, data };
};

const missedStatus = (
  connection: Connection,
  known: ConnectionState | undefined,
  comparison: Comparison,
): Found[] => {
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

const missedOfConnection = (connection: Connection, comparison: Comparison): Found[] => {
  const known = comparison.state.connections[connection.id];
  const at = connection.created ?? comparison.observedAt;
  const selected: Found = {
    type: 'software.selected',
    at,
    key: `selected:${connection.id}`,
    data: connectionData(comparison.company, connection),
  };
  return [
    ...(known ? [] : [selected]),
    ...missedFailures(connection, comparison),
    ...missedStatus(connection, known, comparison),
  ];
};

const missedDeletions = ({ company, state, observedAt }: Comparison): Found[] => {
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
 * What a company at Codat shows that its customer's state doesn't, as events: with the times that Codat states, and
 * where it states none, the time of the observation. Comparing again after these are taken in finds nothing.
 */
export const reconcile = (comparison: Comparison): JourneyEvent[] => {
  const { company, state, observedAt } = comparison;
  // A signal came in while the answer was on its way: the answer may be the older of the two.
  if ((lastSignal(state) ?? '') > observedAt) return [];
  const connections = company.dataConnections ?? [];
  return [
    ...missedProfile(comparison),
    ...connections.flatMap((connection) => missedOfConnection(connection, comparison)),
    ...missedDeletions(comparison),
  ].map(
    ({ type, at, key, data }) =>
      // Each kind of finding above carries the data of its type.
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
