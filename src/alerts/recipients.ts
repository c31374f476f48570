import { and, eq, exists, isNull, sql } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { loadPortfolio } from '../database/portfolios/visibility.ts';
import { type Alert, customers, type User, users } from '../database/schema/index.ts';
import type { AlertScope } from './scope.ts';

/** Somebody who gets an alert, and the customers that it is about for them. */
export type Recipient = {
  /** Names them among the recipients of the alert. */
  key: string;
  userId: string | null;
  address: string | null;
  scope: AlertScope;
};

export const WEBHOOK = 'webhook';

const scopeOf = ({ accountManagerId, software }: Alert) => ({
  ...(accountManagerId !== null && { accountManagerId }),
  ...(software !== null && { software }),
});

/** A person never hears of customers that they may not see. */
const toPerson = async (
  database: Database,
  alert: Alert,
  { id, role }: User,
  scope: Partial<AlertScope> = {},
): Promise<Recipient> => ({
  ...{ key: id, userId: id, address: null },
  scope: { ...scopeOf(alert), ...scope, portfolio: await loadPortfolio(database, { id, role }) },
});

/** Everybody on the team who is the account manager of anyone. */
const toManagers = async (database: Database, alert: Alert): Promise<Recipient[]> => {
  const theirs = database
    .select({ id: customers.id })
    .from(customers)
    .where(and(eq(customers.accountManagerId, users.id), isNull(customers.deletedAt)));
  const { accountManagerId } = alert;
  const managers = await database
    .select()
    .from(users)
    .where(
      and(
        eq(users.active, true),
        accountManagerId === null ? exists(theirs) : eq(users.id, accountManagerId),
      ),
    );
  return Promise.all(
    managers.map((manager) => toPerson(database, alert, manager, { accountManagerId: manager.id })),
  );
};

/** An address of someone on the team is that person. Someone who has left gets nothing. */
const toAddress = async (
  database: Database,
  alert: Alert,
  address: string,
): Promise<Recipient[]> => {
  const [person] = await database
    .select()
    .from(users)
    .where(eq(sql`lower(${users.email})`, address.toLowerCase()));
  if (person) return person.active ? [await toPerson(database, alert, person)] : [];
  const scope = { ...scopeOf(alert), portfolio: null };
  return [{ key: address, userId: null, address, scope }];
};

/** Who gets an alert now. */
export const recipientsOf = async (database: Database, alert: Alert): Promise<Recipient[]> => {
  if (alert.channel === 'account_manager') return toManagers(database, alert);
  if (alert.channel === 'email') return toAddress(database, alert, alert.to ?? '');
  const scope = { ...scopeOf(alert), portfolio: null };
  return [{ key: WEBHOOK, userId: null, address: null, scope }];
};
