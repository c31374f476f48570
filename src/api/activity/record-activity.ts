import { v7 as uuidv7 } from 'uuid';
import type { ActivityParts } from '../../common/activity.ts';
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
  return `${value.slice(0, LONGEST_TEXT).toWellFormed()}…`;
};

/** The value as the log keeps it: without secrets, and short. */
const kept = (name: string, value: unknown): unknown => {
  const text = JSON.stringify({ [name]: value }, shorten);
  return text.length > LONGEST_VALUE ? '(truncated)' : JSON.parse(text)[name];
};

type Act = ActivityParts &
  Pick<Activity, 'recordId'> & {
    customerId?: string | null;
    /** What changed, as it was sent. Secrets are left out and long values truncated before they are stored. */
    details?: object;
  };

/**
 * Records what a person did. Takes the request that `locked` hands on, so that the record is stored in the transaction of
 * the change: both are kept, or neither.
 */
export const recordActivity = async (
  { ports: { database }, person, now }: ApiRequest,
  { customerId = null, details = {}, ...act }: Act,
): Promise<void> => {
  const shown = Object.entries(details).map(([name, value]) => [name, kept(name, value)]);
  await database.insert(activity).values({
    ...act,
    // Version 7 keeps the order of two activities in the same millisecond.
    id: uuidv7(),
    at: now,
    actorId: person.id,
    customerId,
    details: Object.fromEntries(shown),
  });
  await announce(database, { resources: ['activity'], ...(customerId && { customerId }) });
};
