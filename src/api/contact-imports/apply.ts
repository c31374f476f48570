import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import type { NewActivity } from '../../database/activity.ts';
import type { Transaction } from '../../database/database.ts';
import { ingestWithin } from '../../database/ingest.ts';
import { lockCustomers } from '../../database/locks.ts';
import {
  type ContactImportLine,
  contactImportLines,
  type Imported,
  users,
} from '../../database/schema/index.ts';
import { transact } from '../../database/transact.ts';
import { type Contact, type ContactRole, contactIn, sameContact } from '../../journey/contacts.ts';
import type { JourneyEvent } from '../../journey/events.ts';
import { sameFieldsOf } from '../activity/details.ts';
import { recordActivity } from '../activity/record-activity.ts';
import type { ApiRequest } from '../kit/request.ts';
import { type Known, loadById } from './known-customers.ts';

/** Contacts changed in one transaction; ingest for their customers waits as long as it lasts. */
const BATCH = 500;

type Profile = NonNullable<JourneyEvent<'customer.updated'>['data']['customer']>;

/** `edited`: the contact or the account manager is no longer `from`. `left`: the account manager of `to` has left. */
const OBSTACLES = ['edited', 'left'] as const;
type Obstacle = (typeof OBSTACLES)[number];

/** How a step changes the contacts and account managers that an import’s lines name. */
export type Step = {
  /** Identifies the event of a line; no other step’s event has the same ID. */
  sourceIdOf: (line: ContactImportLine) => string;
  from: (line: ContactImportLine) => Imported | null;
  to: (line: ContactImportLine) => Imported | null;
  /** Set on lines that are left alone, by why. */
  leftAlone: Record<Obstacle, Partial<ContactImportLine>>;
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

/** The contact among what a line sets; null if it sets none. */
const contactOf = (imported: Imported | null): Contact | null => {
  const { name = null, email = null, phone = null } = imported ?? {};
  return name || email || phone ? { name, email, phone } : null;
};

/** The change of a customer’s profile that a line asks for; null if something is no longer as it was. */
const changeOf = (
  customer: Known,
  role: ContactRole,
  from: Imported | null,
  to: Imported | null,
): Profile | null => {
  const contact = contactIn(customer, role);
  const changesContact = !sameContact(contact, contactOf(to));
  const { accountManagerId } = customer;
  const changesManager =
    to?.accountManagerId !== undefined && to.accountManagerId !== accountManagerId;
  if (changesContact && !sameContact(contact, contactOf(from))) return null;
  if (changesManager && from?.accountManagerId !== accountManagerId) return null;
  return {
    ...(changesContact && profileOf(role, contact, contactOf(to))),
    ...(changesManager && { accountManagerId: to.accountManagerId }),
  };
};

/** Those of the people who are still on the team. */
const stillActive = async (transaction: Transaction, ids: string[]): Promise<Set<string>> => {
  const found = await transaction
    .select({ id: users.id })
    .from(users)
    .where(and(inArray(users.id, ids), eq(users.active, true)));
  return new Set(found.map(({ id }) => id));
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
  request: ApiRequest,
  transaction: Transaction,
  lines: readonly ContactImportLine[],
  { sourceIdOf, from, to, leftAlone }: Step,
): Promise<void> => {
  const { ports, person } = request;
  const ids = lines.flatMap(({ customerId }) => customerId ?? []);
  await lockCustomers(transaction, ids);
  const customers = await loadById(transaction, person.portfolio, ids);
  const managers = await stillActive(
    transaction,
    lines.flatMap((line) => to(line)?.accountManagerId ?? []),
  );
  const now = ports.now();
  const events: JourneyEvent[] = [];
  const entries: NewActivity[] = [];
  const obstructed: Record<Obstacle, string[]> = { edited: [], left: [] };
  for (const line of lines) {
    const { role, customerId } = line;
    const customer = customers.get(customerId ?? '');
    // Who applies it may see the customer no longer.
    const changed = customer && role && changeOf(customer, role, from(line), to(line));
    const manager = changed?.accountManagerId;
    if (!changed) obstructed.edited.push(line.id);
    else if (manager && !managers.has(manager)) obstructed.left.push(line.id);
    else if (Object.keys(changed).length > 0) {
      entries.push({
        ...{
          resource: 'customers',
          action: 'import',
          recordId: customer.id,
          customerId: customer.id,
        },
        before: sameFieldsOf(customer, changed),
        details: changed,
      });
      events.push({
        type: 'customer.updated',
        customerId: customer.id,
        occurredAt: now,
        source: 'agent',
        sourceId: sourceIdOf(line),
        actorId: person.id,
        data: { customer: changed },
      });
    }
  }
  await ingestWithin(transaction, events, now);
  await recordActivity({ ...request, ports: { ...ports, database: transaction }, now }, ...entries);
  for (const obstacle of OBSTACLES)
    if (obstructed[obstacle].length > 0)
      await transaction
        .update(contactImportLines)
        .set(leftAlone[obstacle])
        .where(inArray(contactImportLines.id, obstructed[obstacle]));
};

/**
 * Applies the step to every line that changes a contact, in batches. Leaves contacts alone that someone else has
 * changed, and gives no customers to someone who has left since the preview. Safe to repeat after an interruption:
 * contacts that are already as wanted stay as they are.
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
      await transact(database, (transaction) => applyBatch(request, transaction, lines, step));
    if (lines.length < BATCH) return;
    last = lines.at(-1)?.line ?? last;
  }
};
