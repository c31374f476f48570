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
import type { User as UserRow } from '../../database/schema/index.ts';
import { looksLikeKey } from '../api-keys/secret.ts';
import { Problem } from '../http/problem.ts';
import type { Ports } from '../ports.ts';
import { createLastSeen } from './last-seen.ts';
import { isOver, lastingSessions } from './lifetime.ts';

export const SIGN_IN = 'Sign in to continue.';

type User = Pick<UserRow, 'id' | 'name' | 'email'> & { role: Role };

/** Who is signed in. For a program, its API key. */
export type Person = Omit<User, 'role'> & {
  role: Principal;
  /** The only customers they see. Null for all. */
  portfolio: Portfolio | null;
};

type Variables = {
  person: Person;
  sessionId: string;
  /**
   * For work that begins long after the session was looked up: by now it may have ended, with the person’s role.
   * Missing for programs, which can only read.
   * @throws Problem 401
   */
  checkSession?: () => Promise<void>;
};
export type Env = { Variables: Variables };

const KEY_IN_ADDRESS =
  'Send the API key as “Authorization: Bearer …”. Addresses end up in logs: replace this key.';

const isKeyInAddress = ({ req }: Context): boolean => Object.values(req.query()).some(looksLikeKey);

const roleOf = (value: unknown): Role => ROLES.find((role) => role === value) ?? 'agent';

/** What `GET /api/auth/get-session` answers. The session’s token stays in the cookie, where scripts can’t read it. */
export type Session = {
  session: { id: string; createdAt: Date; expiresAt: Date };
  user: User & Pick<UserRow, 'shortcuts'>;
};

type Found = { session: Session | null; cookies: string[] };

/** What cookies and tokens say. Using a session prolongs it, and then the response sets its cookie again. */
const lookUp = async ({ auth }: Pick<Ports, 'auth'>, headers: Headers): Promise<Found> => {
  const { response, headers: answered } = await auth.api.getSession({
    headers,
    returnHeaders: true,
  });
  const cookies = answered.getSetCookie();
  // People who have left have no session any more, unless one began at that moment.
  if (!response?.user.active || isOver(response.session)) return { session: null, cookies };
  const { session, user } = response;
  return {
    cookies,
    session: {
      session: { id: session.id, createdAt: session.createdAt, expiresAt: session.expiresAt },
      user: {
        id: user.id,
        name: user.name,
        email: user.email,
        role: roleOf(user.role),
        shortcuts: user.shortcuts,
      },
    },
  };
};

const setCookies = (context: Context, { cookies }: Found): void => {
  for (const cookie of cookies) context.header('set-cookie', cookie, { append: true });
};

/**
 * The session of a request, or null. Using it prolongs it, and then the response sets its cookie again.
 * @throws the database’s error when it is away
 */
export const findSession = async (
  ports: Pick<Ports, 'auth'>,
  context: Context,
): Promise<Session | null> => {
  const found = await lookUp(ports, context.req.raw.headers);
  setCookies(context, found);
  return found.session;
};

/** Who a request is from. A page asks for a dozen things at once: for those, it is looked up once. */
const createIdentify = (ports: Ports) => {
  const identify = async (headers: Headers) => {
    const found = await lookUp(ports, headers);
    const portfolio = found.session && (await loadPortfolio(ports.database, found.session.user));
    return { ...found, portfolio };
  };
  const underWay = new Map<string, ReturnType<typeof identify>>();
  return ({ headers }: Request): ReturnType<typeof identify> => {
    const shown = JSON.stringify([headers.get('cookie'), headers.get('authorization')]);
    const identified =
      underWay.get(shown) ?? identify(headers).finally(() => underWay.delete(shown));
    underWay.set(shown, identified);
    return identified;
  };
};

/** Lets only signed-in people through, and sets `person` for the routes behind it. Programs have shown their key. */
export const requireSession = (ports: Ports): MiddlewareHandler<Env> => {
  const noteSeen = createLastSeen(ports);
  const identify = createIdentify(ports);
  return async (context, next) => {
    if (context.get('person')) return next();
    const found = await identify(context.req.raw);
    setCookies(context, found);
    if (!found.session) throw new Problem(401, isKeyInAddress(context) ? KEY_IN_ADDRESS : SIGN_IN);
    const { session, user: signedIn } = found.session;
    const { shortcuts: _, ...user } = signedIn;
    context.set('person', { ...user, portfolio: found.portfolio });
    context.set('sessionId', session.id);
    context.set('checkSession', async () => {
      const lasting = await lastingSessions(ports.database, [session.id]);
      if (!lasting.has(session.id)) throw new Problem(401, SIGN_IN);
    });
    await noteSeen(user.id);
    await next();
  };
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
