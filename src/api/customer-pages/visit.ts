import { eq } from 'drizzle-orm';
import type { Database } from '../../database/database.ts';
import { findLink, isUsable, linkAddress } from '../../database/links.ts';
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

/** Whom a customer can turn to: the colleague who sent the link, unless that one has left. */
export type Sender = Pick<User, 'name' | 'email'> | null;

/** All that a page for customers says comes from here; it must not say more of the customer than a name. */
export type Visit = {
  link: Link;
  customer: Customer;
  software: Software | null;
  sender: Sender;
  workspace: WorkspaceSettings;
  /** What the one is to us whom it was sent to; null where that is not known. */
  recipient: ContactRole | null;
};

/** Where the button of a link's page leads, on whatever host the page was opened. */
export const linkPath = (
  { publicUrl }: Pick<Ports, 'publicUrl'>,
  { link }: Pick<Visit, 'link'>,
): string => new URL(linkAddress(publicUrl, link)).pathname;

/** What is known of a software; null when it is none that we know. */
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

/** Who holds a link, with all that their pages say. Null for one that is unknown, revoked or expired, all alike. */
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
    .where(eq(users.id, link.createdById));
  const known = await findSoftware(database, customer.software);
  const recipient = await recipientOf(database, link);
  return { link, customer, software: known, sender, workspace, recipient };
};
