import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '../../../database/database.ts';
import { accounts } from '../../../database/schema/index.ts';

export const PROVIDER_ID = 'oidc';

/** A subject is unique only at its issuer. Otherwise, after a move to another provider, one person could be another. */
export const accountIdOf = (issuer: string, subject: string): string => `${issuer}#${subject}`;

/** Whether an account is one of this provider’s. */
export const isAccountOf = (issuer: string) =>
  and(
    eq(accounts.providerId, PROVIDER_ID),
    sql`starts_with(${accounts.accountId}, ${accountIdOf(issuer, '')})`,
  );

/** Whether a person, or else anyone, has signed in at this provider. */
export const hasSignedOn = async (
  database: Database,
  issuer: string,
  userId?: string,
): Promise<boolean> => {
  const [account] = await database
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(isAccountOf(issuer), userId ? eq(accounts.userId, userId) : undefined))
    .limit(1);
  return account !== undefined;
};
