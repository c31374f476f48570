import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import type { Transaction } from '../../database/database.ts';
import { ingestWithin, lockCustomers } from '../../database/ingest.ts';
import { type ContactImportLine, contactImportLines } from '../../database/schema/index.ts';
import { type Contact, type ContactRole, contactIn, sameContact } from '../../journey/contacts.ts';
import type { JourneyEvent } from '../../journey/events.ts';
import type { ApiRequest } from '../kit/request.ts';
import { loadById } from './known-customers.ts';

/** So many customers wait for one transaction. */
const BATCH = 500;

type Profile = NonNullable<JourneyEvent<'customer.updated'>['data']['customer']>;

/** What is done with the lines of an import. */
export type Act = {
  /** Tells the events of the act from those of others. */
  sourceIdOf: (line: ContactImportLine) => string;
  from: (line: ContactImportLine) => Contact | null;
  to: (line: ContactImportLine) => Contact | null;
  /** What becomes of a line whose contact is no longer what it is taken from. */
  leave: Partial<ContactImportLine>;
};

const MAIN = { name: 'contactName', email: 'contactEmail', phone: 'contactPhone' } as const;

/** How a customer's profile changes with a contact; of the main one, only the parts that differ. */
const profileOf = (role: ContactRole, from: Contact | null, to: Contact | null): Profile => {
  if (role !== 'main') return { contacts: { [role]: to } };
  const differing = (['name', 'email', 'phone'] as const).filter(
    (part) => from?.[part] !== to?.[part],
  );
  return Object.fromEntries(differing.map((part) => [MAIN[part], to?.[part] ?? null]));
};

const nextLines = (database: ApiRequest['ports']['database'], importId: string, after: number) =>
  database
    .select()
    .from(contactImportLines)
    .where(
      and(
        eq(contactImportLines.importId, importId),
        eq(contactImportLines.outcome, 'change'),
        gt(contactImportLines.line, after),
      ),
    )
    .orderBy(asc(contactImportLines.line))
    .limit(BATCH);

const carryOutBatch = async (
  { ports, person }: ApiRequest,
  transaction: Transaction,
  lines: readonly ContactImportLine[],
  { sourceIdOf, from, to, leave }: Act,
): Promise<void> => {
  const ids = lines.flatMap(({ customerId }) => customerId ?? []);
  await lockCustomers(transaction, ids);
  const customers = await loadById(transaction, ids);
  const now = ports.now();
  const events: JourneyEvent[] = [];
  const left: string[] = [];
  for (const line of lines) {
    const { role, customerId } = line;
    const customer = customers.get(customerId ?? '');
    if (!customer || !role) continue;
    const current = contactIn(customer, role);
    if (sameContact(current, to(line))) continue;
    if (!sameContact(current, from(line))) left.push(line.id);
    else
      events.push({
        type: 'customer.updated',
        customerId: customer.id,
        occurredAt: now,
        source: 'agent',
        sourceId: sourceIdOf(line),
        actorId: person.id,
        data: { customer: profileOf(role, current, to(line)) },
      });
  }
  await ingestWithin(transaction, events, now);
  if (left.length > 0)
    await transaction
      .update(contactImportLines)
      .set(leave)
      .where(inArray(contactImportLines.id, left));
};

/**
 * Does the act with every line that changes a contact, batch by batch. Contacts that someone else changed are left
 * alone. Stopped halfway, it can be done again from the start: what is done already stays as it is.
 */
export const carryOut = async (request: ApiRequest, importId: string, act: Act): Promise<void> => {
  const { database } = request.ports;
  let last = 0;
  for (;;) {
    const lines = await nextLines(database, importId, last);
    if (lines.length > 0)
      await database.transaction((transaction) => carryOutBatch(request, transaction, lines, act));
    if (lines.length < BATCH) return;
    last = lines.at(-1)?.line ?? last;
  }
};
