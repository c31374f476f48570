import { v7 as uuidv7 } from 'uuid';
import { announce } from '../../database/changes.ts';
import { type Activity, activity } from '../../database/schema/index.ts';
import type { ApiRequest } from '../kit/request.ts';

/** Kept of each value; a longer one is cut off. */
const LONGEST_TEXT = 500;
const LONGEST_VALUE = 2000;

const SECRET = /password/i;

const shorten = (key: string, value: unknown): unknown => {
  if (SECRET.test(key)) return '(secret)';
  if (typeof value !== 'string' || value.length <= LONGEST_TEXT) return value;
  return `${value.slice(0, LONGEST_TEXT).toWellFormed()}…`;
};

/** What is kept of a value: no secrets, and no more than fits a line or two. */
const kept = (name: string, value: unknown): unknown => {
  const text = JSON.stringify({ [name]: value }, shorten);
  return text.length > LONGEST_VALUE ? '(too long to keep)' : JSON.parse(text)[name];
};

type Act = Pick<Activity, 'action' | 'resource' | 'recordId'> & {
  customerId?: string | null;
  /** What changed, as it was sent. Secrets are left out here, and long values cut off. */
  details?: object;
};

/**
 * Writes down what a person did. ApiRequest it with the transaction of what was done, as `alone` hands it on, so that neither
 * is kept without the other.
 */
export const recordActivity = async (
  { ports: { database }, person, now }: ApiRequest,
  { customerId = null, details = {}, ...act }: Act,
): Promise<void> => {
  const shown = Object.entries(details).map(([name, value]) => [name, kept(name, value)]);
  await database.insert(activity).values({
    ...act,
    // Of two acts in one millisecond the later one has the greater id.
    id: uuidv7(),
    at: now,
    actorId: person.id,
    customerId,
    details: Object.fromEntries(shown),
  });
  await announce(database, { resources: ['activity'], ...(customerId && { customerId }) });
};
