import {
  CONTACT_ROLES,
  type Contact,
  type ContactRole,
  contactIn,
  sameContact,
} from '../../journey/contacts.ts';
import { contactParts } from '../customers/contact-schema.ts';
import type { Known, KnownCustomers } from './known-customers.ts';
import type { Given } from './read-file.ts';

/** What a line of a file comes to. */
export type Verdict = {
  outcome: 'change' | 'unchanged' | 'faulty';
  customerId: string | null;
  role: ContactRole | null;
  before: Contact | null;
  after: Contact | null;
  problem: string | null;
};

const NOBODY: Contact = { name: null, email: null, phone: null };
const LABELS = { name: 'Name', email: 'E-mail', phone: 'Phone' } as const;

const quoted = (text: string): string => `“${text.slice(0, 60).toWellFormed()}”`;

const faulty = (problem: string, found: Partial<Verdict> = {}): Verdict => ({
  ...{ customerId: null, role: null, before: null, after: null, ...found },
  outcome: 'faulty',
  problem,
});

const customerById = (id: string, { byId }: KnownCustomers): Known | string => {
  const customer = byId.get(id);
  if (customer?.deletedAt) return `The customer with the id ${quoted(id)} was deleted at Codat.`;
  return customer ?? `There is no customer with the id ${quoted(id)}.`;
};

const customerByName = (name: string, { byName }: KnownCustomers): Known | string => {
  const [customer, ...others] = byName.get(name) ?? [];
  if (others.length > 0)
    return `${others.length + 1} customers are called ${quoted(name)}. Name the one you mean by its id.`;
  return customer ?? `There is no customer called ${quoted(name)}.`;
};

/** The customer that a line means, or why it can't be told. */
const customerOf = ({ id, customer }: Given, known: KnownCustomers): Known | string => {
  if (id !== '') return customerById(id, known);
  return customer === '' ? 'It names no customer.' : customerByName(customer, known);
};

/** The role that a line is about, or why it can't be told. */
const roleOf = ({ role }: Given): { role: ContactRole } | string => {
  const found = CONTACT_ROLES.find((one) => one === (role.toLowerCase() || 'main'));
  return found
    ? { role: found }
    : `There is no role ${quoted(role)}: it is one of ${CONTACT_ROLES.join(', ')}.`;
};

/** The parts of a contact that a line fills in, and what is wrong with them. An empty cell says nothing. */
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
    problems.push('It names no contact: write a name, an e-mail address or a phone number.');
  return { parts, problems };
};

const judgeLine = (line: Given, known: KnownCustomers, taken: Map<string, number>): Verdict => {
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
  const meant = { customerId: customer.id, role };
  const key = `${role}:${customer.id}`;
  const first = taken.get(key);
  if (first !== undefined)
    return faulty(`Line ${first} is about the same contact. That one counts, and not this.`, meant);
  taken.set(key, line.number);
  const before = contactIn(customer, role);
  const after = { ...NOBODY, ...before, ...parts };
  const outcome = sameContact(before, after) ? 'unchanged' : 'change';
  return { ...meant, outcome, before, after, problem: null };
};

/** What each line comes to. Of several usable lines about one contact, the first counts. */
export const judge = (given: readonly Given[], known: KnownCustomers): Verdict[] => {
  const taken = new Map<string, number>();
  return given.map((line) => judgeLine(line, known, taken));
};
