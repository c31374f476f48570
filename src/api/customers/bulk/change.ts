import { eq } from 'drizzle-orm';
import { v5 as uuidv5, v7 as uuidv7 } from 'uuid';
import { digestOf } from '../../../database/digest.ts';
import { ingest } from '../../../database/ingest.ts';
import { lockCustomers, takeTurn } from '../../../database/locks.ts';
import { activity } from '../../../database/schema/index.ts';
import { transact } from '../../../database/transact.ts';
import { recordActivity } from '../../activity/record-activity.ts';
import { Problem } from '../../http/problem.ts';
import type { ApiRequest } from '../../kit/request.ts';
import { checkPerson } from '../../users/check-user.ts';
import type { BulkAnswer, BulkChange } from './body.ts';
import { changedOf, customersOf, idsOf, movedSince } from './customers.ts';
import { planFor } from './plan.ts';
import { type Planned, recorded, stored } from './records.ts';
import { undoOf } from './undo.ts';

/** Makes the ID of an entry in the activity log out of a key. */
const NAMESPACE = '6f1a2f9e-6a53-4c0f-9d0b-6d1c5b0f3a57';

const entryId = ({ person, idempotencyKey }: ApiRequest): string =>
  idempotencyKey ? uuidv5(`${person.id} ${idempotencyKey}`, NAMESPACE) : uuidv7();

/** @throws Problem 422 when somebody who is to get customers doesn’t exist or has left */
const checkPeople = async ({ ports: { database } }: ApiRequest, body: BulkChange) => {
  const states = body.action === 'restore' ? body.changes.map(({ was }) => was) : [body];
  for (const field of ['assigneeId', 'accountManagerId'] as const)
    for (const id of new Set(states.map((state) => new Map(Object.entries(state)).get(field))))
      if (typeof id === 'string') await checkPerson(database, field, id);
};

type Planning = Omit<BulkAnswer, 'undo'> & { planned: Planned[] };

/** Whose customers change and how, and who is skipped and why. A preview ends here. */
const plan = async (
  request: ApiRequest,
  ids: readonly string[],
  body: BulkChange,
): Promise<Planning> => {
  const customers = await customersOf(request, ids, body);
  const planned: Planned[] = [];
  const skipped: BulkAnswer['skipped'] = [];
  const planOne = planFor(body, await movedSince(request, ids, body), request.now);
  for (const customer of customers) {
    const change = planOne(customer);
    if (typeof change === 'object') planned.push({ customer, change });
    else skipped.push({ id: customer.id, name: customer.name, reason: change });
  }
  const isFilter = body.action !== 'restore' && body.filter !== undefined;
  const found = new Set(customers.map(({ id }) => id));
  const missing = isFilter ? [] : ids.filter((id) => !found.has(id));
  return {
    at: request.now,
    changed: planned.length,
    customers: planned.map(({ customer: { id, name } }) => ({ id, name })),
    skipped: [...skipped, ...missing.map((id) => ({ id, name: null, reason: 'unknown' as const }))],
    planned,
  };
};

/** What an earlier request with the same key did, or null. @throws Problem 422 when that request was a different one */
const findRepeated = async (
  { ports: { database }, now }: ApiRequest,
  id: string,
  digest: string,
): Promise<BulkAnswer | null> => {
  const [entry] = await database.select().from(activity).where(eq(activity.id, id));
  if (!entry) return null;
  if (entry.details.digest !== digest)
    throw new Problem(422, 'This Idempotency-Key belongs to another change. Use a new one.');
  const changed = Number(entry.details.customers);
  return { at: now, changed, customers: [], skipped: [], undo: null };
};

/**
 * Changes many customers in one transaction, in which nobody else can change them, or only says what would change.
 * @throws Problem 422 when the customers are too many, or for a person who doesn’t exist
 */
export const changeMany = (opened: ApiRequest, body: BulkChange): Promise<BulkAnswer> =>
  transact(opened.ports.database, async (database) => {
    const ports = { ...opened.ports, database };
    if (!body.dryRun) await takeTurn(database, opened.person.id);
    const ids = await idsOf({ ...opened, ports }, body);
    const entry = entryId(opened);
    if (!body.dryRun) await lockCustomers(database, ids);
    const request = { ...opened, ports, now: ports.now() };
    await checkPeople(request, body);
    const digest = digestOf(JSON.stringify(body));
    const repeated = body.dryRun ? null : await findRepeated(request, entry, digest);
    if (repeated) return repeated;
    const { planned, ...answer } = await plan(request, ids, body);
    if (body.dryRun) return { ...answer, undo: null };
    await ingest(database, stored(request, planned), request.now);
    await recordActivity(request, ...recorded(planned), {
      ...({ resource: 'customers', action: 'change-many', recordId: '', id: entry } as const),
      details: { action: body.action, customers: answer.changed, digest },
    });
    const after = await changedOf(
      request,
      planned.map(({ customer }) => customer.id),
    );
    return { ...answer, undo: body.action === 'restore' ? null : undoOf(planned, after) };
  });
