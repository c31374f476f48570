import { v7 as uuidv7 } from 'uuid';
import type { ActivityParts } from '../../common/activity.ts';
import { cut } from '../../common/cut.ts';
import { announce } from '../../database/changes.ts';
import { type Activity, activity } from '../../database/schema/index.ts';
import type { ApiRequest } from '../kit/request.ts';

/** In characters; longer texts are cut off. */
const LONGEST_TEXT = 500;
/** In characters of JSON; longer values are left out. */
const LONGEST_VALUE = 2000;

const SECRET = /password/i;

const shorten = (key: string, value: unknown): unknown => {
  if (SECRET.test(key)) return '(secret)';
  if (typeof value !== 'string' || value.length <= LONGEST_TEXT) return value;
  return `${cut(value, LONGEST_TEXT)}…`;
};

/** The value as it is logged: without secrets, and truncated. */
const loggable = (name: string, value: unknown): unknown => {
  const text = JSON.stringify({ [name]: value }, shorten);
  return text.length > LONGEST_VALUE ? '(truncated)' : JSON.parse(text)[name];
};

type NewActivity = ActivityParts &
  Pick<Activity, 'recordId'> & {
    customerId?: string | null;
    /** What changed, as it was sent. Secrets are left out and long values truncated before they are stored. */
    details?: object;
  };

/**
 * Records what a user did. Takes the request that `locked` passes to its callback, so that the entry and the change are
 * stored in one transaction.
 */
export const recordActivity = async (
  { ports: { database }, person, now }: ApiRequest,
  { customerId = null, details = {}, ...parts }: NewActivity,
): Promise<void> => {
  const logged = Object.entries(details).map(([name, value]) => [name, loggable(name, value)]);
  await database.insert(activity).values({
    ...parts,
    // Version 7 keeps the order of two activities in the same millisecond.
    id: uuidv7(),
    at: now,
    actorId: person.id,
    customerId,
    details: Object.fromEntries(logged),
  });
  await announce(database, { resources: ['activity'], ...(customerId && { customerId }) });
};
