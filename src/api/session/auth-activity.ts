import type { BetterAuthPlugin } from 'better-auth';
import { createAuthMiddleware, isAPIError } from 'better-auth/api';
import { eq } from 'drizzle-orm';
import { type Actor, logActivity, type NewActivity } from '../../database/activity.ts';
import type { Database } from '../../database/database.ts';
import { accounts, users } from '../../database/schema/index.ts';
import { toInstant } from '../../journey/instant.ts';
import { createBudget } from '../activity/budget.ts';

/** In which the API tells better-auth where a request comes from. What a client sends in it is replaced. */
const ADDRESS_HEADER = 'x-client-address';

/** The request with the address that it comes from. */
export const withAddress = (request: Request, address: string | null): Request => {
  const headers = new Headers(request.headers);
  headers.delete(ADDRESS_HEADER);
  if (address) headers.set(ADDRESS_HEADER, address);
  return new Request(request, { headers });
};

/** Paths that open a session: with a password, or at an identity provider. */
const SIGN_IN = /^\/(sign-in|callback|oauth2\/callback)\b/;

const now = () => toInstant(Date.now());

/** Where the request comes from that better-auth handles. */
export const addressIn = (context: { headers?: Headers | undefined } | null): string | null =>
  context?.headers?.get(ADDRESS_HEADER) || null;

/** The email address that a stranger tried. */
const triedIn = (body: unknown): string =>
  typeof body === 'object' && body && 'email' in body ? String(body.email).toLowerCase() : '';

/**
 * Records sign-ins, failed ones with the address that was tried, sign-outs, ended sessions, and people’s changes to
 * their own name.
 */
export const authActivity = (database: Database): BetterAuthPlugin => {
  const budget = createBudget(now);

  const log = (actor: Omit<Actor, 'at'>, entry: NewActivity): Promise<void> =>
    logActivity(database, { ...actor, at: now() }, [entry]);

  /** Takes as long for an unknown address as for a known one. */
  const logFailure = async (email: string, address: string | null, status: number) => {
    const [known] = await database
      .select({ id: users.id })
      .from(users)
      .where(eq(users.email, email));
    // Of a known one, better-auth has looked for the accounts as well.
    if (!known) await database.select().from(accounts).where(eq(accounts.userId, email)).limit(100);
    const missed = budget(address ?? email);
    if (missed === null) return;
    await log(
      { kind: 'stranger', address },
      {
        resource: 'sign-ins',
        action: 'fail',
        recordId: known?.id ?? '',
        details: { email, status, ...(missed > 0 && { missed }) },
      },
    );
  };

  const afterwards = createAuthMiddleware(async (context) => {
    const { path, body } = context;
    const { returned, newSession, session } = context.context;
    const address = addressIn(context);
    const failed = isAPIError(returned) && returned.statusCode >= 400 ? returned : null;
    if (SIGN_IN.test(path)) {
      if (newSession)
        await log(
          { kind: 'person', id: newSession.user.id, address },
          { resource: 'sign-ins', action: 'sign-in', recordId: newSession.user.id },
        );
      // 400 is for what is no attempt, such as a body without a password.
      else if (failed && failed.statusCode !== 400)
        await logFailure(triedIn(body), address, failed.statusCode);
      return;
    }
    if (!session) return;
    const { id, name } = session.user;
    const actor = { kind: 'person', id, address } as const;
    if (path === '/update-user' && !failed)
      await log(actor, {
        ...{ resource: 'users', action: 'edit', recordId: id },
        details: body,
        before: { name },
      });
  });

  return {
    id: 'activity',
    hooks: {
      after: [
        {
          matcher: ({ path = '' }) => SIGN_IN.test(path) || path === '/update-user',
          handler: afterwards,
        },
      ],
    },
    init: () => ({
      options: {
        databaseHooks: {
          session: {
            delete: {
              after: async (ended, context) => {
                // Not one that had expired.
                if (ended.expiresAt < new Date()) return;
                const own = context?.context.session?.user.id;
                const address = addressIn(context);
                const signsOut = context?.path === '/sign-out';
                const id = signsOut ? ended.userId : own;
                await log(
                  { kind: id ? 'person' : 'system', id: id ?? null, address },
                  {
                    resource: 'sign-ins',
                    action: signsOut ? 'sign-out' : 'end',
                    recordId: ended.userId,
                  },
                );
              },
            },
          },
        },
      },
    }),
  };
};
