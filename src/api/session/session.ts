import { and, gt, inArray, sql } from 'drizzle-orm';
import type { Context, MiddlewareHandler } from 'hono';
import {
  type Action,
  may,
  ownedBy,
  type Principal,
  type ResourceName,
  ROLES,
  type Role,
  refusal,
} from '../../common/permissions.ts';
import { loadPortfolio, type Portfolio } from '../../database/portfolios/visibility.ts';
import { sessions, type User } from '../../database/schema/index.ts';
import { looksLikeKey } from '../api-keys/secret.ts';
import { Problem } from '../http/problem.ts';
import type { Ports } from '../ports.ts';
import { createLastSeen } from './last-seen.ts';

/** Who is signed in. For a program, its API key. */
export type Person = Pick<User, 'id' | 'name' | 'email'> & {
  role: Principal;
  /** The only customers they see. Null for all. */
  portfolio: Portfolio | null;
};

export type Env = { Variables: { person: Person; sessionId: string } };

const SIGN_IN = 'Sign in to continue.';
const KEY_IN_ADDRESS =
  'Send the API key as “Authorization: Bearer …”. Addresses end up in logs: replace this key.';

const isKeyInAddress = ({ req }: Context): boolean => Object.values(req.query()).some(looksLikeKey);

const roleOf = (value: unknown): Role => ROLES.find((role) => role === value) ?? 'agent';

/** Lets only signed-in people through, and sets `person` for the routes behind it. Programs have shown their key. */
export const requireSession = (ports: Ports): MiddlewareHandler<Env> => {
  const noteSeen = createLastSeen(ports);
  return async (context, next) => {
    if (context.get('person')) return next();
    const session = await ports.auth.api.getSession({ headers: context.req.raw.headers });
    // Whoever leaves has no session any more, unless one began at that moment.
    if (!session?.user.active)
      throw new Problem(401, isKeyInAddress(context) ? KEY_IN_ADDRESS : SIGN_IN);
    const { id, name, email } = session.user;
    const role = roleOf(session.user.role);
    const portfolio = await loadPortfolio(ports.database, { id, role });
    context.set('person', { id, name, email, role, portfolio });
    context.set('sessionId', session.session.id);
    await noteSeen(id);
    await next();
  };
};

/**
 * The response of better-auth, which answers 500 without a cause when it can’t read sessions.
 * @throws the database’s error when that is because it is away
 */
export const authResponse = async (
  { auth, health }: Ports,
  request: Request,
): Promise<Response> => {
  const response = await auth.handler(request);
  if (response.status === 500) await health.execute(sql`select 1`);
  return response;
};

/** The given sessions that have not expired, in one query. */
export const lastingSessions = async (
  { database }: Pick<Ports, 'database'>,
  ids: Iterable<string>,
): Promise<Set<string>> => {
  const lasting = await database
    .select({ id: sessions.id })
    .from(sessions)
    // The database’s clock, because better-auth sets the end by the real time.
    .where(and(inArray(sessions.id, [...new Set(ids)]), gt(sessions.expiresAt, sql`now()`)));
  return new Set(lasting.map(({ id }) => id));
};

/** @throws Problem 403 when the person may not do it, or not with this record */
export const authorize = (
  { id, role }: Person,
  action: Action,
  resource: ResourceName,
  record?: object,
): void => {
  const owned = record && ownedBy(id, resource, record);
  if (!may(role, action, resource, owned)) throw new Problem(403, refusal(role, action, resource));
};
