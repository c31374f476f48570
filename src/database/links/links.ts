import { and, desc, eq, isNull } from 'drizzle-orm';
import { addHours, type Instant } from '../../journey/instant.ts';
import type { Database, Transaction } from '../database.ts';
import { type Link, links, type WorkspaceSettings } from '../schema/index.ts';
import { newToken, tokenIn } from '../tokens.ts';

type NewLink = {
  customerId: string;
  /** The email that contains it. Null for a link to copy. */
  emailId: string | null;
  createdById: string;
};

/** A tracked link that nobody has opened yet. */
export const newLink = (link: NewLink, now: Instant): Link => ({
  ...link,
  id: crypto.randomUUID(),
  token: newToken(),
  createdAt: now,
  revokedAt: null,
  openings: 0,
  lastOpenedAt: null,
});

/** Creates a tracked link for a customer. */
export const addLink = async (
  database: Database | Transaction,
  link: NewLink,
  now: Instant,
): Promise<Link> => {
  const row = newLink(link, now);
  await database.insert(links).values(row);
  return row;
};

/** The URL of a tracked link. */
export const linkAddress = (publicUrl: string, { token }: Pick<Link, 'token'>): string =>
  `${publicUrl}/l/${token}`;

type Validity = Pick<WorkspaceSettings, 'linkDays'>;

/** Whether a link still works: neither revoked nor expired. */
export const isUsable = (
  { createdAt, revokedAt }: Pick<Link, 'createdAt' | 'revokedAt'>,
  { linkDays }: Validity,
  now: Instant,
): boolean => revokedAt === null && (linkDays === null || now < addHours(createdAt, linkDays * 24));

/** Finds a link by what follows `/l/` in its URL. Returns null when there is none. */
export const findLink = async (
  database: Database | Transaction,
  text: string,
): Promise<Link | null> => {
  const token = tokenIn(text);
  if (!token) return null;
  const [link] = await database.select().from(links).where(eq(links.token, token));
  return link ?? null;
};

/** A customer’s current link to copy. Null when none is usable. */
export const linkToCopy = async (
  database: Database | Transaction,
  customerId: string,
  validity: Validity,
  now: Instant,
): Promise<Link | null> => {
  const copyable = and(
    eq(links.customerId, customerId),
    isNull(links.emailId),
    isNull(links.revokedAt),
  );
  const [newest] = await database
    .select()
    .from(links)
    .where(copyable)
    .orderBy(desc(links.createdAt), desc(links.id))
    .limit(1);
  return newest && isUsable(newest, validity, now) ? newest : null;
};
