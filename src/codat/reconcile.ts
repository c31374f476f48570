import type { EventType, SourceType } from '../common/event-types.ts';
import { event, type JourneyEvent } from '../journey/events.ts';
import { addHours, type Instant, isSameMoment } from '../journey/instant.ts';
import type { Attempt, ConnectionState, CustomerState } from '../journey/journey.ts';
import { isAccounting } from '../journey/other-connections.ts';
import { recognizeReason } from '../journey/recognize-reason.ts';
import { hasReached } from '../journey/stages.ts';
import { changedProfile } from './changed-profile.ts';
import { connectionData, defined, failureOf } from './descriptions.ts';
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

type Known = Pick<ConnectionState, 'status'> & { sourceType: SourceType };

/** What is known of a connection; null if nothing is. */
const knownConnection = ({ state }: Comparison, id: string): Known | null => {
  const accounting = state.connections[id];
  if (accounting) return { status: accounting.status, sourceType: 'Accounting' };
  const other = state.otherConnections[id];
  if (!other) return null;
  const { status, sourceType } = other;
  return { status: status === 'pending' || status === 'linked' ? status : 'gone', sourceType };
};

const revokedAt = ({ dataConnectionErrors }: Connection): Instant | null =>
  (dataConnectionErrors ?? [])
    .filter((error) => error.status !== 'Resolved' && isRevocation(error))
    .flatMap(({ erroredOnUtc }) => erroredOnUtc ?? [])
    .sort()
    .at(-1) ?? null;

/** When a connection was last linked, as far as is known. Until then its errors are about reading its data. */
const linkedUntil = (
  connection: Connection,
  known: Known | null,
  comparison: Comparison,
): Instant => {
  const { status, lastSync } = connection;
  const wasLost = known?.status === 'linked' || (!known && status !== 'PendingAuth');
  const times = [
    lastSync,
    revokedAt(connection),
    wasLost && plausibleTime(revokedAt(connection), comparison),
    known?.status === 'gone' && comparison.state.journeys.at(-1)?.startedAt,
  ];
  return (
    times
      .filter((time) => typeof time === 'string')
      .sort()
      .at(-1) ?? ''
  );
};

const failureFindings = (
  connection: Connection,
  known: Known | null,
  comparison: Comparison,
): JourneyEvent[] => {
  const { state, company } = comparison;
  if (connection.status === 'Linked') return [];
  const since = linkedUntil(connection, known, comparison);
  const failures = state.journeys
    .flatMap(({ attempts }) => attempts)
    .filter((attempt) => attempt.connectionId === connection.id && attempt.outcome === 'failed');
  return (connection.dataConnectionErrors ?? []).flatMap((error) => {
    const at = error.erroredOnUtc;
    if (!at || at <= since || error.status === 'Resolved' || isKnownFailure(error, failures))
      return [];
    // Revoked access isn’t a failed attempt. The connection’s status shows it.
    if (isRevocation(error)) return [];
    const key = `failed:${connection.id}:${at}`;
    const data = { ...connectionData(company, connection), ...failureOf(error) };
    return found(comparison, { type: 'connection.failed', at, key }, data);
  });
};

/** Longer than full syncs are apart. */
const UNSEEN_HOURS = 24;

/** Whether a connection is so old that it may have been linked at any time. */
const isOld = ({ created }: Connection, { state, observedAt }: Comparison): boolean =>
  state.journeys.length === 0 || !created || created < addHours(observedAt, -UNSEEN_HOURS);

const authorizationFinding = (
  connection: Connection,
  known: Known | null,
  comparison: Comparison,
): JourneyEvent => {
  const at = plausibleTime(connection.lastSync, comparison);
  const key = `linked:${connection.id}:${at}`;
  return found(
    comparison,
    { type: 'connection.authorized', at, key },
    {
      ...connectionData(comparison.company, connection),
      noticedLater: true,
      ...(known === null && isOld(connection, comparison) && { beforeFirstSight: true }),
    },
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

const lossFinding = (connection: Connection, comparison: Comparison): JourneyEvent => {
  const at = plausibleTime(revokedAt(connection), comparison);
  const key = `lost:${connection.id}:${at}`;
  return found(
    comparison,
    { type: 'connection.disconnected', at, key },
    {
      ...connectionData(comparison.company, connection),
      ...defined({ status: connection.status }),
      noticedLater: true,
    },
  );
};

const isOther = ({ sourceType }: Connection, known: Known | null): boolean =>
  !isAccounting(sourceType ?? known?.sourceType);

const statusFindings = (
  connection: Connection,
  known: Known | null,
  comparison: Comparison,
): JourneyEvent[] => {
  if (!connection.status) return [];
  const wasLinked = known?.status === 'linked';
  const isLinked = connection.status === 'Linked';
  const wasLost = connection.status !== 'PendingAuth' || wasLinked;
  if (!isLinked && (known?.status === 'gone' || !wasLost)) return [];
  return [
    ...(isLinked && !wasLinked ? [authorizationFinding(connection, known, comparison)] : []),
    ...(isOther(connection, known) ? [] : dataFindings(connection, comparison)),
    ...(isLinked ? [] : [lossFinding(connection, comparison)]),
  ];
};

/** A connection that is new to us, or whose source type we were never told. */
const selectionFindings = (
  connection: Connection,
  known: Known | null,
  comparison: Comparison,
): JourneyEvent[] => {
  const { id, sourceType, created, status } = connection;
  if (known && (!sourceType || sourceType === known.sourceType)) return [];
  // What happened to it since implies the selection, or there was none.
  const isImplied = !created || isOther(connection, known);
  if (!known && status && status !== 'PendingAuth' && isImplied) return [];
  const at = created ?? comparison.observedAt;
  const key = known ? `source-type:${id}:${sourceType}` : `selected:${id}`;
  const data = {
    ...connectionData(comparison.company, connection),
    ...(!created && { noticedLater: true as const }),
  };
  return [found(comparison, { type: 'software.selected', at, key }, data)];
};

const connectionFindings = (connection: Connection, comparison: Comparison): JourneyEvent[] => {
  const known = knownConnection(comparison, connection.id);
  return [
    ...selectionFindings(connection, known, comparison),
    ...(isOther(connection, known) ? [] : failureFindings(connection, known, comparison)),
    ...statusFindings(connection, known, comparison),
  ];
};

const deletionFindings = (comparison: Comparison): JourneyEvent[] => {
  const { company, state, observedAt } = comparison;
  // Of connections in an unknown form we know nothing, not even that they are gone.
  if (!company.dataConnections) return [];
  const present = new Set(company.dataConnections.map(({ id }) => id));
  const live = Object.entries({ ...state.connections, ...state.otherConnections }).filter(
    ([, { status }]) => status === 'pending' || status === 'linked',
  );
  return live
    .filter(([id]) => !present.has(id))
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
