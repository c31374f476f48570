import { bytesToHex, randomBytes } from '@noble/hashes/utils.js';
import type { Instant } from '../journey/instant.ts';
import type { Database, Transaction } from './database.ts';
import { type Link, links } from './schema/index.ts';

/** 128 random bits. */
const newToken = (): string => bytesToHex(randomBytes(16));

type NewLink = {
  customerId: string;
  /** The e-mail it goes out in; null for one that is copied by hand. */
  emailId: string | null;
  createdById: string;
};

/** Makes a tracked link for a customer. */
export const addLink = async (
  database: Database | Transaction,
  link: NewLink,
  now: Instant,
): Promise<Link> => {
  const row = {
    ...link,
    id: crypto.randomUUID(),
    token: newToken(),
    createdAt: now,
    revokedAt: null,
    openings: 0,
    lastOpenedAt: null,
  };
  await database.insert(links).values(row);
  return row;
};

/** The address under which a tracked link is opened. */
export const linkAddress = (publicUrl: string, { token }: Pick<Link, 'token'>): string =>
  `${publicUrl}/l/${token}`;
