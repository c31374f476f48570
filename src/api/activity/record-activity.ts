import type { ActorKind } from '../../common/activity.ts';
import { logActivity, type NewActivity } from '../../database/activity.ts';
import type { ApiRequest } from '../kit/request.ts';
import type { Person } from '../session/session.ts';

/** Whether it was a person, or a program in their place. */
export const actorKindOf = ({ role }: Person): ActorKind =>
  role === 'program' ? 'program' : 'person';

/** The name of a program’s API key, which may be deleted later. */
export const programOf = ({ role, name }: Person): { apiKey?: string } =>
  role === 'program' ? { apiKey: name } : {};

/**
 * Records what a person or a program did. Takes the request that `locked` passes to its callback, so that the entries and the change
 * are stored in one transaction.
 */
export const recordActivity = (
  { ports: { database }, person, address, now }: ApiRequest,
  ...entries: readonly NewActivity[]
): Promise<void> =>
  logActivity(
    database,
    { kind: actorKindOf(person), id: person.id, address, at: now },
    entries.map((entry) => ({ ...entry, details: { ...entry.details, ...programOf(person) } })),
  );
