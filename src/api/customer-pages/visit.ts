import { and, eq } from 'drizzle-orm';
import type { Database } from '../../database/database.ts';
import { findLink, isUsable, linkAddress } from '../../database/links/links.ts';
import {
  type Customer,
  customers,
  emails,
  type Link,
  type Software,
  software,
  type User,
  users,
  type WorkspaceSettings,
} from '../../database/schema/index.ts';
import { loadWorkspace } from '../../database/settings.ts';
import type { ContactRole } from '../../journey/contacts.ts';
import type { Ports } from '../ports.ts';

/** Who the customer can contact: the colleague who sent the link, unless they have left the team. */
export type Sender = Pick<User, 'name' | 'email'> | null;

/** The data of a customer page. The page must not reveal more about the customer than the name. */
export type Visit = {
  link: Link;
  customer: Customer;
  software: Software | null;
  sender: Sender;
  workspace: WorkspaceSettings;
  /** The role of the contact that the link was sent to; null if unknown. */
  recipient: ContactRole | null;
};

/** The path of a link’s page, without the host, as the page may be open on another one. */
export const linkPath = (
  { publicUrl }: Pick<Ports, 'publicUrl'>,
  { link }: Pick<Visit, 'link'>,
): string => new URL(linkAddress(publicUrl, link)).pathname;

/** Returns null for unknown software. */
export const findSoftware = async (
  database: Database,
  id: string | null,
): Promise<Software | null> => {
  const [found] = id ? await database.select().from(software).where(eq(software.id, id)) : [];
  return found ?? null;
};

const recipientOf = async (database: Database, { emailId }: Link) => {
  if (!emailId) return null;
  const [email] = await database
    .select({ toRole: emails.toRole })
    .from(emails)
    .where(eq(emails.id, emailId));
  return email?.toRole ?? null;
};

/** The customer of a link with the data for their pages. Null for an unknown, revoked or expired link. */
export const findVisit = async (
  { database, now }: Pick<Ports, 'database' | 'now'>,
  token: string,
): Promise<Visit | null> => {
  const workspace = await loadWorkspace(database);
  const link = await findLink(database, token);
  if (!link || !isUsable(link, workspace, now())) return null;
  const [customer] = await database
    .select()
    .from(customers)
    .where(eq(customers.id, link.customerId));
  if (!customer || customer.deletedAt) return null;
  const [sender = null] = await database
    .select({ name: users.name, email: users.email })
    .from(users)
    .where(and(eq(users.id, link.createdById), eq(users.active, true)));
  const known = await findSoftware(database, customer.software);
  const recipient = await recipientOf(database, link);
  return { link, customer, software: known, sender, workspace, recipient };
};
