import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import type { Transaction } from '../../database/database.ts';
import { ingestWithin, lockCustomers } from '../../database/ingest.ts';
import { type ContactImportLine, contactImportLines } from '../../database/schema/index.ts';
import { type Contact, type ContactRole, contactIn, sameContact } from '../../journey/contacts.ts';
import type { JourneyEvent } from '../../journey/events.ts';
import type { ApiRequest } from '../kit/request.ts';
import { loadById } from './known-customers.ts';

/** Contacts changed in one transaction; ingest for their customers waits as long as it lasts. */
const BATCH = 500;

type Profile = NonNullable<JourneyEvent<'customer.updated'>['data']['customer']>;

/** How a step changes the contacts that an import’s lines name. */
export type Step = {
  /** Identifies the event of a line; no other step’s event has the same ID. */
  sourceIdOf: (line: ContactImportLine) => string;
  from: (line: ContactImportLine) => Contact | null;
  to: (line: ContactImportLine) => Contact | null;
  /** Set on lines whose contact is no longer `from`, so that it is left alone. */
  conflict: Partial<ContactImportLine>;
};

const MAIN = { name: 'contactName', email: 'contactEmail', phone: 'contactPhone' } as const;

/** The change of a customer’s profile that turns one contact into the other; of the main one, only the parts that differ. */
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

const applyBatch = async (
  { ports, person }: ApiRequest,
  transaction: Transaction,
  lines: readonly ContactImportLine[],
  { sourceIdOf, from, to, conflict }: Step,
): Promise<void> => {
  const ids = lines.flatMap(({ customerId }) => customerId ?? []);
  await lockCustomers(transaction, ids);
  const customers = await loadById(transaction, ids);
  const now = ports.now();
  const events: JourneyEvent[] = [];
  const conflicts: string[] = [];
  for (const line of lines) {
    const { role, customerId } = line;
    const customer = customers.get(customerId ?? '');
    if (!customer || !role) continue;
    const current = contactIn(customer, role);
    if (sameContact(current, to(line))) continue;
    if (!sameContact(current, from(line))) conflicts.push(line.id);
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
  if (conflicts.length > 0)
    await transaction
      .update(contactImportLines)
      .set(conflict)
      .where(inArray(contactImportLines.id, conflicts));
};

/**
 * Applies the step to every line that changes a contact, in batches. Leaves contacts alone that someone else has
 * changed. Safe to repeat after an interruption: contacts that are already as wanted stay as they are.
 */
export const applyStep = async (
  request: ApiRequest,
  importId: string,
  step: Step,
): Promise<void> => {
  const { database } = request.ports;
  let last = 0;
  for (;;) {
    const lines = await nextLines(database, importId, last);
    if (lines.length > 0)
      await database.transaction((transaction) => applyBatch(request, transaction, lines, step));
    if (lines.length < BATCH) return;
    last = lines.at(-1)?.line ?? last;
  }
};
