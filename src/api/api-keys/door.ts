import { and, eq, isNull, lt, or } from 'drizzle-orm';
import type { Context } from 'hono';
import { bearerAuth } from 'hono/bearer-auth';
import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import { timingSafeEqual } from 'hono/utils/buffer';
import type { ApiKeyScope } from '../../common/api-key-scopes.ts';
import { isResource, may } from '../../common/permissions.ts';
import { announce } from '../../database/changes/changes.ts';
import type { Database } from '../../database/database.ts';
import { digestOf } from '../../database/digest.ts';
import { apiKeys } from '../../database/schema/index.ts';
import { addHours } from '../../journey/instant.ts';
import { Problem } from '../http/problem.ts';
import { createRateLimit, type Rate, tooMany } from '../http/rate-limit.ts';
import type { Ports } from '../ports.ts';
import type { Env } from '../session/session.ts';
import { isIntact, looksLikeKey } from './secret.ts';

/** Guesses at a key. */
const WRONG_KEYS: Rate = { perAddress: 100, inAll: 1000 };

/** Requests with one key in a minute, on one server. Callbacks come in bursts. */
const MOST_REQUESTS: Record<ApiKeyScope, number> = { read: 600, 'link-events': 6000 };

/** How exactly the last use is known. */
const USE_HOURS = 1 / 60;

type UsedKey = { id: string; name: string; scopes: readonly ApiKeyScope[] };

const challenge = (sentence: string): Problem =>
  new Problem(401, sentence, { headers: { 'www-authenticate': 'Bearer' } });

const noteUse = async (database: Database, now: string, id: string): Promise<void> => {
  const { lastUsedAt } = apiKeys;
  const isOld = or(isNull(lastUsedAt), lt(lastUsedAt, addHours(now, -USE_HOURS)));
  const noted = await database
    .update(apiKeys)
    .set({ lastUsedAt: now })
    .where(and(eq(apiKeys.id, id), isOld))
    .returning({ id: apiKeys.id });
  if (noted.length > 0) await announce(database, { resources: ['api-keys'] });
};

/** @throws Problem 401 when the key has expired */
const findStored = async (
  database: Database,
  now: string,
  token: string,
): Promise<UsedKey | null> => {
  if (!isIntact(token)) return null;
  const [key] = await database
    .select()
    .from(apiKeys)
    .where(eq(apiKeys.digest, digestOf(token)));
  if (!key) return null;
  if (key.expiresAt && key.expiresAt <= now)
    throw challenge('This API key has expired. Ask an admin for a new one.');
  if (!key.lastUsedAt || key.lastUsedAt < addHours(now, -USE_HOURS))
    await noteUse(database, now, key.id);
  return key;
};

/** The key that is set by `LINK_EVENTS_KEY`, if the token is that one. */
const findConfigured = async ({ linkEventsKey }: Ports, token: string): Promise<UsedKey | null> =>
  linkEventsKey && (await timingSafeEqual(token, linkEventsKey))
    ? { id: 'LINK_EVENTS_KEY', name: 'LINK_EVENTS_KEY', scopes: ['link-events'] }
    : null;

/** The key that a request carries, found by Hono, whose own responses are no problem details. */
const keyOf = async (ports: Ports, database: Database, context: Context) => {
  let found: UsedKey | null = null;
  const verifyToken = async (token: string): Promise<boolean> => {
    found =
      (await findConfigured(ports, token)) ?? (await findStored(database, ports.now(), token));
    return found !== null;
  };
  await bearerAuth({ verifyToken })(context, async () => {}).catch((error: unknown) => {
    if (!(error instanceof HTTPException)) throw error;
  });
  // Assigned in a callback, which TypeScript doesn’t follow.
  return found as UsedKey | null;
};

const REFUSALS: Record<ApiKeyScope, string> = {
  read: 'This API key isn’t for reading. Use one with the scope “read”.',
  'link-events': 'This API key isn’t for link events. Use one with the scope “link-events”.',
};

const MISSING = 'Send a valid API key as “Authorization: Bearer …”.';

/** Lets programs in by their key, which it makes the `person` of the request. */
export const createKeyDoors = (ports: Ports) => {
  const wrongKeys = createRateLimit(ports, WRONG_KEYS);
  return (scope: ApiKeyScope, database: Database) => {
    const requests = createRateLimit(
      { now: ports.now, addressOf: ({ var: { person } }: Context<Env>) => person.id },
      { perAddress: MOST_REQUESTS[scope], inAll: Number.POSITIVE_INFINITY },
    );
    return createMiddleware<Env>(async (context, next) => {
      const key = await keyOf(ports, database, context);
      if (!key) {
        const seconds = wrongKeys.take(context);
        throw seconds === null ? challenge(MISSING) : tooMany(seconds);
      }
      if (!key.scopes.includes(scope)) throw new Problem(403, REFUSALS[scope]);
      context.set('person', {
        ...{ id: key.id, name: key.name, email: '', role: 'program', portfolio: null },
      });
      const seconds = requests.take(context);
      if (seconds !== null)
        throw new Problem(
          429,
          `More than ${MOST_REQUESTS[scope]} requests in a minute with this API key. Try again in ${seconds} seconds.`,
          { headers: { 'retry-after': String(seconds) } },
        );
      await next();
    });
  };
};

export type KeyDoors = ReturnType<typeof createKeyDoors>;

const READING = new Set(['GET', 'HEAD']);

/** Whether programs may read what is at a path. */
const isReadable = (path: string): boolean => {
  const [, , name = ''] = path.split('/');
  return name === 'openapi.json' || (isResource(name) && may('program', 'list', name));
};

/**
 * Lets a program read, instead of someone with a session. Only what the table of permissions lists is open, so that a
 * new route is closed until it is decided. Cookies beside the key count for nothing.
 */
export const readingDoor = (doors: KeyDoors, { database }: Ports) => {
  const enter = doors('read', database);
  return createMiddleware<Env>(async (context, next) => {
    const { path, method } = context.req;
    const [bearer, token = ''] =
      /^bearer\b *(.*)$/i.exec(context.req.header('authorization') ?? '') ?? [];
    // The demo’s own sessions are such tokens, sent without a cookie. Beside a cookie, only a key can be meant.
    const isSession = !looksLikeKey(token) && context.req.header('cookie') === undefined;
    if (bearer === undefined || isSession) return next();
    return enter(context, async () => {
      if (!READING.has(method)) throw new Problem(403, 'API keys can only read.');
      if (!isReadable(path)) throw new Problem(403, `API keys can’t read ${path}.`);
      await next();
    });
  });
};
