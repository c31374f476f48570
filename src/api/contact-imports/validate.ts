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
import type { Given } from './read-file.ts';

/** The outcome of a line: which contact it changes and how, or what is wrong with it. */
export type Verdict = {
  outcome: 'change' | 'unchanged' | 'faulty';
  customerId: string | null;
  role: ContactRole | null;
  before: Contact | null;
  after: Contact | null;
  problem: string | null;
};

const NOBODY: Contact = { name: null, email: null, phone: null };
const LABELS = { name: 'Name', email: 'Email', phone: 'Phone' } as const;

const quoted = (text: string): string => `“${text.slice(0, 60).toWellFormed()}”`;

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
  if (problems.length === 0 && Object.keys(parts).length === 0)
    problems.push('Missing contact: enter a name, email or phone number.');
  return { parts, problems };
};

const validateLine = (line: Given, known: KnownCustomers, taken: Map<string, number>): Verdict => {
  if (line.problem) return faulty(line.problem);
  const customer = customerOf(line, known);
  const found = roleOf(line);
  const { parts, problems } = partsOf(line);
  const texts = [customer, found].filter((one) => typeof one === 'string');
  if (typeof customer === 'string' || typeof found === 'string' || problems.length > 0)
    return faulty([...texts, ...problems].join(' '), {
      customerId: typeof customer === 'string' ? null : customer.id,
      role: typeof found === 'string' ? null : found.role,
    });
  const { role } = found;
  const target = { customerId: customer.id, role };
  const key = `${role}:${customer.id}`;
  const first = taken.get(key);
  if (first !== undefined)
    return faulty(`Duplicate of row ${first}, which takes precedence.`, target);
  taken.set(key, line.number);
  const before = contactIn(customer, role);
  const after = { ...NOBODY, ...before, ...parts };
  const outcome = sameContact(before, after) ? 'unchanged' : 'change';
  return { ...target, outcome, before, after, problem: null };
};

/** The outcome of each line. Of several valid lines about one contact, the first takes precedence. */
export const validate = (given: readonly Given[], known: KnownCustomers): Promise<Verdict[]> => {
  const taken = new Map<string, number>();
  return mapWithPauses(given, (line) => validateLine(line, known, taken));
};
