import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { and, eq, exists, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import { logActivity } from '../../../database/activity.ts';
import type { Database, Transaction } from '../../../database/database.ts';
import { accounts, sessions } from '../../../database/schema/index.ts';
import { transact } from '../../../database/transact.ts';
import type { Log } from '../../log.ts';
import { endSessions } from '../end-sessions.ts';
import { lasting } from '../lifetime.ts';
import { isAccountOf } from './accounts.ts';
import { type Connection, refresh, roleNow } from './ask-again.ts';
import { bySystem, followRole } from './follow-role.ts';
import type { OidcSettings } from './settings.ts';
import type { SingleSignOn } from './single-sign-on.ts';

/** A provider that gives no refresh token can’t be asked later, so its people sign in again after a working day. */
const UNCHECKED_HOURS = 8;

type Ports = { database: Database; settings: OidcSettings; log: Log; singleSignOn: SingleSignOn };
type Account = { id: string; userId: string; accountId: string; refreshToken: string };

const endUncheckedSessions = async (database: Database, issuer: string): Promise<void> => {
  const unchecked = database
    .select({ userId: accounts.userId })
    .from(accounts)
    .where(and(isAccountOf(issuer), isNull(accounts.refreshToken)));
  const tooOld = sql`now() - make_interval(hours => ${UNCHECKED_HOURS})`;
  await database
    .delete(sessions)
    .where(and(inArray(sessions.userId, unchecked), lt(sessions.createdAt, tooOld)));
};

/** Those who are signed in and came from this provider. */
const signedOn = async (database: Database, issuer: string): Promise<Account[]> => {
  const { id, userId, accountId, refreshToken } = accounts;
  const session = database
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), lasting()));
  const found = await database
    .select({ id, userId, accountId, refreshToken: sql<string>`${refreshToken}` })
    .from(accounts)
    .where(and(isAccountOf(issuer), isNotNull(refreshToken), exists(session)));
  return found;
};

/** Replaces a refresh token. False if a new sign-in has replaced it meanwhile. */
const replaceToken = async (
  database: Database | Transaction,
  { id, refreshToken }: Account,
  next: string | null,
): Promise<boolean> => {
  const replaced = await database
    .update(accounts)
    .set({ refreshToken: next })
    .where(and(eq(accounts.id, id), eq(accounts.refreshToken, refreshToken)))
    .returning({ id: accounts.id });
  return replaced.length > 0;
};

/** Signs out a person who is gone at the provider or has lost their role, unless they have just signed in again. */
const signOut = (database: Database, account: Account): Promise<void> =>
  transact(database, async (transaction) => {
    if (!(await replaceToken(transaction, account, null))) return;
    await endSessions(transaction, account.userId);
    await logActivity(transaction, bySystem(), [
      { resource: 'sign-ins', action: 'end', recordId: account.userId },
    ]);
  });

const checkPerson = async (
  { database, settings }: Ports,
  connection: Connection,
  account: Account,
): Promise<void> => {
  const { secretConfig: key } = await connection.auth.$context;
  const token = await symmetricDecrypt({ key, data: account.refreshToken });
  const tokens = await refresh(connection, token);
  if (!tokens) return signOut(database, account);
  const kept = tokens.refreshToken
    ? { ...account, refreshToken: await symmetricEncrypt({ key, data: tokens.refreshToken }) }
    : account;
  if (!(await replaceToken(database, account, kept.refreshToken))) return;
  const role = await roleNow(connection, settings, account.accountId, tokens);
  if (role) await followRole(database, account.userId, role, settings.adminEmail);
  if (role === null) await signOut(database, kept);
};

/**
 * Asks the provider whether those who are signed in are still there, and in which groups. Those who are gone, or
 * have no role any more, are signed out. While the provider can’t be reached, everyone stays.
 */
export const checkPeople = async (ports: Ports): Promise<void> => {
  const { database, settings, log, singleSignOn } = ports;
  await endUncheckedSessions(database, settings.issuer);
  const people = await signedOn(database, settings.issuer);
  if (people.length === 0) return;
  const connection = await singleSignOn.connected().catch((error: unknown) => {
    log.warn({ err: error }, 'people not checked: the provider can’t be reached');
    return null;
  });
  if (!connection) return;
  for (const account of people)
    await checkPerson(ports, connection, account).catch((error: unknown) =>
      log.warn({ err: error, userId: account.userId }, 'person not checked at the provider'),
    );
};
