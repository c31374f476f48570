import { and, eq, inArray, isNotNull, lt, notExists, type SQLWrapper, sql } from 'drizzle-orm';
import { CONTACT_ROLES, contactIn } from '../../journey/contacts.ts';
import { event, parseEvent } from '../../journey/events.ts';
import { addHours, type Instant } from '../../journey/instant.ts';
import { redact } from '../../journey/privacy/redact.ts';
import { type Actor, logActivity } from '../activity.ts';
import { textArray } from '../bulk.ts';
import { announce } from '../changes/changes.ts';
import type { Database, Transaction } from '../database.ts';
import { refold } from '../folding/folding.ts';
import { ingestWithin } from '../ingest.ts';
import { lockCustomers } from '../locks.ts';
import {
  activity,
  alertIncidents,
  attempts,
  codatChecks,
  contactImports,
  customers,
  deliveries,
  emails,
  erasures,
  events,
  incidents,
  links,
  notes,
  presence,
  raisedCases,
  sightings,
  skips,
  syncs,
  views,
} from '../schema/index.ts';
import { loadStuckSettings } from '../settings.ts';
import { transact } from '../transact.ts';
import { erasedAmong } from './erased.ts';
import { containsAny, subjectOf, tracesOf } from './traces.ts';

type WithJobs = { emailIds: string[]; deliveryIds: string[] };

/** Forgets the background jobs about emails and deliveries that are erased. */
export type ForgetJobs = (ids: WithJobs) => Promise<void>;

type Erasure = {
  customerId: string;
  /** The admin who asked for it, or the system if it is due. */
  actor: Actor;
  forgetJobs: ForgetJobs;
};

/** What an erasure takes away, and what stays as anonymous numbers. Each is a number of records. */
export type ErasurePreview = {
  goes: {
    contacts: number;
    notes: number;
    emails: number;
    links: number;
    raisedCases: number;
    failureTexts: number;
    deliveries: number;
    contactImportLines: number;
    activity: number;
    views: number;
  };
  stays: { journeys: number; attempts: number; events: number };
};

/** What remains of a delivery whose body was erased. */
export const ERASED = {
  state: 'ignored',
  problem: 'This customer’s personal data was erased.',
  body: null,
} as const;

/** Counts what an erasure would take away. */
export const previewErasure = async (
  database: Database | Transaction,
  customerId: string,
): Promise<ErasurePreview> => {
  const traces = tracesOf(await subjectOf(database, customerId));
  const count = ({ table, where }: (typeof traces)[keyof typeof traces]) =>
    database.$count(table, where);
  const [customer] = await database.select().from(customers).where(eq(customers.id, customerId));
  const withText = and(traces.attempts.where, sql`${attempts.failureText} <> ''`);
  const withBody = and(traces.deliveries.where, isNotNull(deliveries.body));
  return {
    goes: {
      contacts: customer ? CONTACT_ROLES.filter((role) => contactIn(customer, role)).length : 0,
      notes: await count(traces.notes),
      emails: await count(traces.emails),
      links: await count(traces.links),
      raisedCases: await count(traces.raisedCases),
      failureTexts: await database.$count(attempts, withText),
      deliveries: await database.$count(deliveries, withBody),
      contactImportLines: await count(traces.contactImportLines),
      activity: await count(traces.activity),
      views: await count(traces.views),
    },
    stays: {
      journeys: await count(traces.journeys),
      attempts: await count(traces.attempts),
      events: await count(traces.events),
    },
  };
};

/** The values in activities that say what was done, but nothing about a person outside the team. */
const KEPT_VALUES = [
  ...['kind', 'outcome', 'reason', 'instead', 'template', 'state', 'revokedAt', 'queued'],
  ...['assigneeId', 'accountManagerId', 'snoozedUntil', 'waitingFor', 'waitingUntil'],
];

/** Instead of a name. */
const ERASED_NAME = '(erased)';

/** What was done stays in the activity, but not the values. */
const withoutValues = (fields: SQLWrapper) =>
  sql`(select jsonb_object_agg(key, case when key = any(${textArray(KEPT_VALUES)})
    then value else '"(erased)"'::jsonb end) from jsonb_each(${fields}))`;

const WITHOUT_VALUES = {
  details: sql`coalesce(${withoutValues(activity.details)}, '{}')`,
  before: withoutValues(activity.before),
};

/** Removes what is personal from a customer’s events. They are append-only but for this. */
const redactEvents = async (transaction: Transaction, customerId: string): Promise<void> => {
  const stored = await transaction.select().from(events).where(eq(events.customerId, customerId));
  const redacted = stored.map((row) => ({ id: row.id, data: redact(parseEvent(row)).data }));
  await transaction.execute(sql`update ${events} set data = redacted.data
    from jsonb_to_recordset(${JSON.stringify(redacted)}::jsonb) as redacted(id uuid, data jsonb)
    where ${events.id} = redacted.id and ${eq(events.customerId, customerId)}`);
};

/**
 * Deletes the lines of imported files, and the imports of which no line is left, with their files’ names. A file that
 * others are in too loses its name if that is about the customer.
 */
const eraseImports = async (
  transaction: Transaction,
  { table, where }: ReturnType<typeof tracesOf>['contactImportLines'],
  words: readonly string[],
): Promise<void> => {
  const lines = await transaction.delete(table).where(where).returning({ id: table.importId });
  const ids = [...new Set(lines.map(({ id }) => id))];
  const others = transaction
    .select({ id: table.id })
    .from(table)
    .where(eq(table.importId, contactImports.id));
  const emptied = await transaction
    .delete(contactImports)
    .where(and(inArray(contactImports.id, ids), notExists(others)))
    .returning({ id: contactImports.id });
  await transaction
    .update(contactImports)
    .set({ fileName: ERASED_NAME })
    .where(containsAny(contactImports.fileName, words));
  await transaction
    .update(activity)
    .set(WITHOUT_VALUES)
    .where(
      and(
        eq(activity.resource, 'contact-imports'),
        inArray(
          activity.recordId,
          emptied.map(({ id }) => id),
        ),
      ),
    );
};

/** Marks a customer as deleted who still exists in Codat, so that they are in no list. */
const endCustomer = async (
  transaction: Transaction,
  { customerId, actor: { at, id } }: Erasure,
): Promise<void> => {
  const isPresent = and(eq(customers.id, customerId), sql`${customers.deletedAt} is null`);
  if ((await transaction.$count(customers, isPresent)) === 0) return;
  const signal = { customerId, occurredAt: at, sourceId: 'erased', actorId: id ?? null };
  await ingestWithin(
    transaction,
    [event('customer.deleted', { ...signal, source: 'agent' }, {})],
    at,
  );
};

const eraseWithin = async (
  transaction: Transaction,
  erasure: Erasure,
): Promise<{ preview: ErasurePreview; withJobs: WithJobs } | null> => {
  const { customerId, actor } = erasure;
  await lockCustomers(transaction, [customerId]);
  if ((await erasedAmong(transaction, [customerId])).has(customerId)) return null;
  const preview = await previewErasure(transaction, customerId);
  // The database refuses changes to what is append-only in all other transactions. Citus passes SET LOCAL on to all of its
  // machines if it is told to, but not set_config, and SET takes no parameters. Elsewhere, the first line sets what nobody
  // reads.
  await transaction.execute(sql`set local citus.propagate_set_commands to 'local'`);
  await transaction.execute(sql`set local unstuck.erasing to ${customerId}`.inlineParams());
  await endCustomer(transaction, erasure);
  const subject = await subjectOf(transaction, customerId);
  const traces = tracesOf(subject);
  const gone = await transaction
    .delete(emails)
    .where(traces.emails.where)
    .returning({ id: emails.id });
  const emptied = await transaction
    .update(deliveries)
    .set(ERASED)
    .where(traces.deliveries.where)
    .returning({ id: deliveries.id });
  await transaction.delete(notes).where(traces.notes.where);
  await transaction.delete(links).where(traces.links.where);
  for (const table of [sightings, presence, skips])
    await transaction.delete(table).where(eq(table.customerId, customerId));
  await transaction.delete(views).where(traces.views.where);
  await transaction.update(incidents).set({ note: ERASED_NAME }).where(traces.incidents.where);
  await transaction.delete(raisedCases).where(traces.raisedCases.where);
  await transaction.delete(codatChecks).where(traces.codatChecks.where);
  await transaction.delete(alertIncidents).where(traces.alertIncidents.where);
  await eraseImports(transaction, traces.contactImportLines, subject.words);
  await transaction.update(activity).set(WITHOUT_VALUES).where(traces.activity.where);
  await transaction
    .update(syncs)
    .set({
      remarks: sql`coalesce((select jsonb_agg(remark) from jsonb_array_elements(${syncs.remarks}) remark
        where remark ->> 'companyId' <> ${customerId}), '[]')`,
    })
    .where(traces.syncs.where);
  await redactEvents(transaction, customerId);
  await transaction.insert(erasures).values({
    customerId,
    erasedAt: actor.at,
    requestedById: actor.id ?? null,
  });
  await refold(transaction, [customerId], await loadStuckSettings(transaction));
  const entry = { resource: 'customers', action: 'erase', recordId: customerId } as const;
  await logActivity(transaction, actor, [{ ...entry, customerId, details: preview.goes }]);
  await announce(transaction, { resources: ['*'] });
  const withJobs = {
    emailIds: gone.map(({ id }) => id),
    deliveryIds: emptied.map(({ id }) => id),
  };
  return { preview, withJobs };
};

/**
 * Erases a customer’s personal data for good. Their journeys, attempts and events stay without it, so that no number
 * changes, and nothing that Codat or anyone else sends brings it back. Returns what was erased; null if it was before.
 */
export const eraseCustomer = async (
  database: Database,
  erasure: Erasure,
): Promise<ErasurePreview | null> => {
  const erased = await transact(database, (transaction) => eraseWithin(transaction, erasure));
  // Afterwards, because jobs have a connection of their own. They find nothing more to do.
  if (erased) await erasure.forgetJobs(erased.withJobs);
  return erased?.preview ?? null;
};

/** A company that was deleted by mistake is created again within days, and its customer then gets its contacts back. */
export const ERASED_AFTER_DAYS = 30;

/** Erases the customers whose companies were deleted 30 days ago. Returns their ids. */
export const eraseDue = async (
  database: Database,
  now: Instant,
  forgetJobs: ForgetJobs,
): Promise<string[]> => {
  const known = database
    .select({ id: erasures.customerId })
    .from(erasures)
    .where(eq(erasures.customerId, customers.id));
  const due = await database
    .select({ id: customers.id })
    .from(customers)
    .where(and(lt(customers.deletedAt, addHours(now, -24 * ERASED_AFTER_DAYS)), notExists(known)));
  for (const { id } of due)
    await eraseCustomer(database, {
      customerId: id,
      actor: { kind: 'system', at: now },
      forgetJobs,
    });
  return due.map(({ id }) => id);
};
