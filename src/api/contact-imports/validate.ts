import { cut } from '../../common/cut.ts';
import type { Imported } from '../../database/schema/index.ts';
import {
  CONTACT_ROLE_LABELS,
  CONTACT_ROLES,
  type Contact,
  type ContactRole,
  contactIn,
  sameContact,
} from '../../journey/contacts.ts';
import { contactParts } from '../customers/contact-schema.ts';
import { mapWithPauses } from '../kit/pauses.ts';
import type { Known, KnownCustomers } from './known-customers.ts';
import type { KnownPeople } from './known-people.ts';
import type { Given } from './read-file.ts';

/** The outcome of a line: which contact and account manager it changes and how, or what is wrong with it. */
export type Verdict = {
  outcome: 'change' | 'unchanged' | 'faulty';
  customerId: string | null;
  role: ContactRole | null;
  before: Imported | null;
  after: Imported | null;
  problem: string | null;
};

const NOBODY: Contact = { name: null, email: null, phone: null };
const LABELS = { name: 'Name', email: 'Email', phone: 'Phone' } as const;

const quoted = (text: string): string => `“${cut(text, 60)}”`;

const faulty = (problem: string, found: Partial<Verdict> = {}): Verdict => ({
  customerId: null,
  role: null,
  before: null,
  after: null,
  ...found,
  outcome: 'faulty',
  problem,
});

const customerById = (id: string, { byId }: KnownCustomers): Known | string => {
  const customer = byId.get(id);
  if (customer?.deletedAt) return `The customer with the ID ${quoted(id)} was deleted in Codat.`;
  return customer ?? `No customer with the ID ${quoted(id)}.`;
};

const customerByName = (name: string, { byName }: KnownCustomers): Known | string => {
  const [customer, ...others] = byName.get(name) ?? [];
  if (others.length > 0)
    return `${others.length + 1} customers are named ${quoted(name)}. Use the customer ID instead.`;
  return customer ?? `No customer named ${quoted(name)}.`;
};

/** The customer that a line refers to, or what is wrong with it. */
const customerOf = ({ id, customer }: Given, known: KnownCustomers): Known | string => {
  if (id !== '') return customerById(id, known);
  return customer === '' ? 'Missing customer.' : customerByName(customer, known);
};

const roles = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** The role that a line refers to, or what is wrong with it. */
const roleOf = ({ role }: Given): { role: ContactRole } | string => {
  const wanted = role.toLowerCase() || 'main';
  const found = CONTACT_ROLES.find(
    (one) => one === wanted || CONTACT_ROLE_LABELS[one].toLowerCase() === wanted,
  );
  return found
    ? { role: found }
    : `Unknown role ${quoted(role)}. Use ${roles.format(CONTACT_ROLES)}.`;
};

/** The parts of a contact that a line sets, and what is wrong with them. Empty cells set nothing. */
const partsOf = (line: Given): { parts: Partial<Contact>; problems: string[] } => {
  const parts: Partial<Contact> = {};
  const problems: string[] = [];
  for (const part of ['name', 'email', 'phone'] as const) {
    if (line[part] === '') continue;
    const read = contactParts[part].safeParse(line[part]);
    if (read.success) parts[part] = read.data;
    else problems.push(...read.error.issues.map(({ message }) => `${LABELS[part]}: ${message}`));
  }
  if (problems.length === 0 && Object.keys(parts).length === 0 && line.accountManager === '')
    problems.push('Missing contact: enter a name, email or phone number.');
  return { parts, problems };
};

/** The account manager that a line names, if any, or what is wrong with it. */
const managerOf = (
  { accountManager }: Given,
  people: KnownPeople,
  customer: Known | string,
): { id: string | null } | string => {
  const present = typeof customer === 'string' ? null : customer.accountManagerId;
  if (accountManager === '') return { id: null };
  const found = people.get(accountManager.toLowerCase()) ?? new Map();
  // Exports name colleagues by their names, even if two have the same, or one has left.
  if (present && found.has(present)) return { id: present };
  const [id, ...others] = [...found].flatMap(([one, { active }]) => (active ? [one] : []));
  if (others.length > 0)
    return `Account manager: ${others.length + 1} colleagues are named ${quoted(accountManager)}. Use the email instead.`;
  if (id) return { id };
  return found.size > 0
    ? `Account manager: ${quoted(accountManager)} has left.`
    : `Account manager: No colleague named ${quoted(accountManager)}.`;
};

/** What earlier lines set: the line of each contact, and each customer’s account manager with its line. */
type Taken = {
  contacts: Map<string, number>;
  managers: Map<string, { id: string; number: number }>;
};

type Target = { customer: Known; role: ContactRole; parts: Partial<Contact>; manager?: string };

/** Why a line can’t set what it names, because an earlier one did. */
const conflictOf = (
  { customer, role, parts, manager }: Target,
  { contacts, managers }: Taken,
): string | null => {
  const first = contacts.get(`${role}:${customer.id}`);
  if (first !== undefined && Object.keys(parts).length > 0)
    return `Duplicate of row ${first}, which takes precedence.`;
  const other = managers.get(customer.id);
  return manager && other && other.id !== manager
    ? `Row ${other.number} names another account manager, which takes precedence.`
    : null;
};

/** Notes what a line sets. Leaves out an account manager that an earlier one has set. */
const take = (target: Target, number: number, { contacts, managers }: Taken): Target => {
  const { customer, role, parts, manager } = target;
  if (Object.keys(parts).length > 0) contacts.set(`${role}:${customer.id}`, number);
  if (!manager) return target;
  if (managers.has(customer.id)) return { customer, role, parts };
  managers.set(customer.id, { id: manager, number });
  return target;
};

const changeOf = ({ customer, role, parts, manager }: Target): Verdict => {
  const target = { customerId: customer.id, role, problem: null };
  const contact = contactIn(customer, role);
  const changed = { ...NOBODY, ...contact, ...parts };
  const unchanged = sameContact({ ...NOBODY, ...contact }, changed);
  if (manager === undefined || manager === customer.accountManagerId)
    return {
      ...target,
      outcome: unchanged ? 'unchanged' : 'change',
      before: contact,
      after: changed,
    };
  const { accountManagerId } = customer;
  return {
    ...target,
    outcome: 'change',
    before: { ...NOBODY, ...contact, accountManagerId },
    after: { ...changed, accountManagerId: manager },
  };
};

const validateLine = (
  line: Given,
  known: KnownCustomers,
  people: KnownPeople,
  taken: Taken,
): Verdict => {
  if (line.problem) return faulty(line.problem);
  const customer = customerOf(line, known);
  const found = roleOf(line);
  const manager = managerOf(line, people, customer);
  const { parts, problems } = partsOf(line);
  const isWrong = (one: unknown): one is string => typeof one === 'string';
  if (isWrong(customer) || isWrong(found) || isWrong(manager) || problems.length > 0)
    return faulty([customer, found, ...problems, manager].filter(isWrong).join(' '), {
      customerId: isWrong(customer) ? null : customer.id,
      role: isWrong(found) ? null : found.role,
    });
  const { role } = found;
  const target = { customer, role, parts, ...(manager.id && { manager: manager.id }) };
  const conflict = conflictOf(target, taken);
  if (conflict) return faulty(conflict, { customerId: customer.id, role });
  return changeOf(take(target, line.number, taken));
};

/** The outcome of each line. Of several valid lines about one contact, the first takes precedence. */
export const validate = (
  given: readonly Given[],
  known: KnownCustomers,
  people: KnownPeople,
): Promise<Verdict[]> => {
  const taken: Taken = { contacts: new Map(), managers: new Map() };
  return mapWithPauses(given, (line) => validateLine(line, known, people, taken));
};
