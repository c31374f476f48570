import type { SourceType } from '../common/event-types.ts';
import type { ConnectionEvent } from './connections.ts';
import { noteSelection } from './doors.ts';
import type { JourneyEvent, ResolvedEvent } from './events.ts';
import type { CustomerState, OtherConnection } from './journey.ts';

const isAboutConnection = (event: JourneyEvent | ResolvedEvent): event is ConnectionEvent =>
  'connectionId' in event.data &&
  event.data.connectionId !== undefined &&
  event.type !== 'attempt.corrected';

/** Sources that don’t tell the source type report on accounting connections, unless another source says otherwise. */
export const isAccounting = (sourceType: SourceType | null | undefined): boolean =>
  (sourceType ?? 'Accounting') === 'Accounting';

/**
 * The source type of each connection that an event tells it of. A connection has it from the start, so it also holds
 * for earlier events.
 */
export const sourceTypesIn = (
  events: readonly JourneyEvent[],
  { otherConnections }: CustomerState,
): ReadonlyMap<string, SourceType> => {
  const told = new Map(
    Object.entries(otherConnections).map(([id, { sourceType }]) => [id, sourceType]),
  );
  for (const event of events)
    if (isAboutConnection(event) && event.data.sourceType)
      told.set(event.data.connectionId, event.data.sourceType);
  return told;
};

/** Whether events tell that a connection is not of the kind for which the state takes it. */
export const correctKind = (
  { connections, otherConnections }: Pick<CustomerState, 'connections' | 'otherConnections'>,
  events: readonly JourneyEvent[],
): boolean =>
  events.some((event) => {
    if (!isAboutConnection(event) || !event.data.sourceType) return false;
    const others = isAccounting(event.data.sourceType) ? otherConnections : connections;
    return Object.hasOwn(others, event.data.connectionId ?? '');
  });

const statusAfter = (
  { type }: ConnectionEvent,
  known: OtherConnection['status'] | undefined,
): OtherConnection['status'] => {
  if (type === 'connection.deleted') return 'deleted';
  if (type === 'connection.disconnected') return known === 'deleted' ? known : 'disconnected';
  if (type === 'connection.authorized') return 'linked';
  // A read that started before access ended brings nothing back.
  if (type === 'data.received') return known && known !== 'pending' ? known : 'linked';
  return known ?? 'pending';
};

/** Notes what a signal says of a connection that isn’t an accounting one. Returns whether it was about such a one. */
export const noteOther = (
  state: CustomerState,
  event: ResolvedEvent,
  sourceTypes: ReadonlyMap<string, SourceType>,
): boolean => {
  if (!isAboutConnection(event)) return false;
  const { connectionId, softwareName, software } = event.data;
  const sourceType = sourceTypes.get(connectionId);
  if (!sourceType || isAccounting(sourceType)) return false;
  // Callbacks that name no connection can be about it.
  if (event.type === 'software.selected') noteSelection(state, event);
  const { otherConnections } = state;
  const known = otherConnections[connectionId];
  otherConnections[connectionId] = {
    sourceType,
    name: softwareName ?? known?.name ?? software ?? null,
    status: statusAfter(event, known?.status),
  };
  return true;
};

/** A connection as customers list it. */
export type ListedConnection = OtherConnection & { id: string };

/** The connections that exist in Codat, or did when we last heard of them. */
export const listOthers = ({ otherConnections }: CustomerState): ListedConnection[] =>
  Object.entries(otherConnections)
    .map(([id, connection]) => ({ id, ...connection }))
    .filter(({ status }) => status !== 'deleted');
