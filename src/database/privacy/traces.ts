import { and, eq, ilike, inArray, isNull, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { foldText } from '../../common/fold-text.ts';
import { type JourneyEvent, parseEvent } from '../../journey/events.ts';
import { isFound, searchable } from '../../journey/search/search.ts';
import { textArray } from '../bulk.ts';
import type { Database, Transaction } from '../database.ts';
import {
  activity,
  alertIncidents,
  attempts,
  codatChecks,
  contactImportLines,
  deliveries,
  emails,
  events,
  incidents,
  journeys,
  links,
  notes,
  raisedCases,
  syncs,
  views,
} from '../schema/index.ts';

/** What a row that names no customer may still be recognized by, such as a line of a file that fits nobody. */
type Subject = {
  customerId: string;
  words: readonly string[];
  /** The ids of entries about exports that say that someone looked for the customer. */
  searches: readonly string[];
};

/** Shorter ones are in too many other words. */
const SHORTEST_WORD = 3;

type Profile = NonNullable<JourneyEvent<'customer.updated'>['data']['customer']>;

const wordsOf = ({ name, contactName, contactEmail, contactPhone, contacts }: Profile) => [
  ...[name, contactName, contactEmail, contactPhone],
  ...Object.values(contacts ?? {}).flatMap((one) => (one ? [one.name, one.email, one.phone] : [])),
];

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
};

/** Finds the exports whose filter has a text by which the customer is found, if only by a part of a name. */
const searchesFor = async (
  database: Database | Transaction,
  words: readonly string[],
): Promise<string[]> => {
  const phones = words.filter((word) => !/\p{L}/u.test(word));
  const text = searchable(words, phones);
  const exports = await database
    .select({ id: activity.id, filter: sql<unknown>`${activity.details} -> 'filter'` })
    .from(activity)
    .where(eq(activity.action, 'export'));
  return exports
    .filter(({ filter }) =>
      textsIn(filter).some(
        (sought) => foldText(sought).length >= SHORTEST_WORD && isFound(text, sought),
      ),
    )
    .map(({ id }) => id);
};

/** The customer’s id, and every name, address and phone number that they ever had. */
export const subjectOf = async (
  database: Database | Transaction,
  customerId: string,
): Promise<Subject> => {
  const rows = await database.select().from(events).where(eq(events.customerId, customerId));
  const words = rows
    .map(parseEvent)
    .flatMap(({ data }) => ('customer' in data && data.customer ? wordsOf(data.customer) : []))
    .flatMap((word) => word?.trim() || [])
    .filter((word) => word.length >= SHORTEST_WORD);
  const all = [...new Set([customerId, ...words])];
  return { customerId, words: all, searches: await searchesFor(database, all) };
};

const pattern = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`;

/** Whether a text has one of the words in it. */
export const containsAny = (text: SQLWrapper, words: readonly string[]): SQL | undefined =>
  or(...words.map((word) => ilike(sql`${text}`, pattern(word))));

const asPattern = (word: string): string =>
  `(?<!\\w)${word.replace(/[\\^$.*+?()[\]{}|-]/g, '\\$&')}(?!\\w)`;

/** Whether a view filters by the customer, or has a name of theirs in its own. */
const viewNames = (words: readonly string[]): SQL | undefined =>
  or(
    sql`exists (select from jsonb_path_query(${views.filter}, '$.** ? (@.type() == "string")') as sought,
      unnest(${textArray(words)}) as word where lower(trim(sought #>> '{}')) = lower(word))`,
    ...words.map((word) => sql`${views.name} ~* ${asPattern(word)}`),
  );

/** Whether a line is in a file that has a line about the customer. */
const inFileAbout = (customerId: string): SQL =>
  sql`${contactImportLines.importId} in (select import_id from ${contactImportLines} where customer_id = ${customerId})`;

/** A word as it is within JSON. */
const inJson = (word: string): string => JSON.stringify(word).slice(1, -1);

/** Everywhere a customer’s data is: the table, and which of its rows. Exports and erasures cover the same. */
export const tracesOf = ({ customerId, words, searches }: Subject) => ({
  events: { table: events, where: eq(events.customerId, customerId) },
  journeys: { table: journeys, where: eq(journeys.customerId, customerId) },
  attempts: { table: attempts, where: eq(attempts.customerId, customerId) },
  notes: { table: notes, where: eq(notes.customerId, customerId) },
  emails: { table: emails, where: eq(emails.customerId, customerId) },
  links: { table: links, where: eq(links.customerId, customerId) },
  raisedCases: { table: raisedCases, where: eq(raisedCases.customerId, customerId) },
  codatChecks: { table: codatChecks, where: eq(codatChecks.customerId, customerId) },
  deliveries: {
    table: deliveries,
    where: or(
      eq(deliveries.customerId, customerId),
      and(isNull(deliveries.customerId), containsAny(deliveries.body, words.map(inJson))),
    ),
  },
  contactImportLines: {
    table: contactImportLines,
    where: or(
      eq(contactImportLines.customerId, customerId),
      // In a file about the customer, a line that fits nobody may be about them too.
      and(
        isNull(contactImportLines.customerId),
        or(containsAny(contactImportLines.raw, words), inFileAbout(customerId)),
      ),
    ),
  },
  activity: {
    table: activity,
    where: or(
      eq(activity.customerId, customerId),
      and(
        isNull(activity.customerId),
        or(
          containsAny(sql`concat(${activity.details}, ${activity.before})`, words.map(inJson)),
          inArray(activity.id, [...searches]),
        ),
      ),
    ),
  },
  views: { table: views, where: viewNames(words) },
  incidents: { table: incidents, where: containsAny(incidents.note, words) },
  alertIncidents: {
    table: alertIncidents,
    where: eq(alertIncidents.customerId, customerId),
  },
  syncs: {
    table: syncs,
    where: sql`${syncs.remarks} @> ${JSON.stringify([{ companyId: customerId }])}::jsonb`,
  },
});
