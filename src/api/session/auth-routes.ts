import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { ne } from 'drizzle-orm';
import type { Context } from 'hono';
import { logActivity } from '../../database/activity.ts';
import { announce } from '../../database/changes/changes.ts';
import { users } from '../../database/schema/index.ts';
import { transact } from '../../database/transact.ts';
import { invalidInput } from '../http/invalid-input.ts';
import { jsonContent } from '../http/json-content.ts';
import { Problem } from '../http/problem.ts';
import { INVISIBLE, lineOfText } from '../kit/writable.ts';
import type { Ports } from '../ports.ts';
import { accountEmail } from '../users/account-email.ts';
import { checkPassword, newPassword } from '../users/check-password.ts';
import { endSession, endSessions } from './end-sessions.ts';
import { forgetEnded } from './lifetime.ts';
import { type Answer, ask, attemptPassword, openSession, signedIn } from './password-sign-in.ts';
import { INACTIVE } from './refuse-inactive.ts';
import { type Env, findSession, requireSession, SIGN_IN } from './session.ts';
import { exchangePassword, storedPassword } from './stored-password.ts';

const INCORRECT = 'Incorrect email or password.';
const NO_PASSWORD = 'You have no password here. Change it where you sign in.';
const INCORRECT_PASSWORD = 'Incorrect password.';

/** A route of better-auth’s. Clients that read the API’s description are signed in already. */
const route = <P extends string, S extends z.ZodType>(path: P, schema: S) =>
  createRoute({
    method: 'post',
    path,
    hide: true,
    request: { body: { ...jsonContent(schema), required: true } },
    responses: { 200: { description: 'Done.' } },
  });

const signIn = route(
  '/sign-in/email',
  z.strictObject({
    email: accountEmail,
    password: z.string().min(1, 'Enter your password.'),
  }),
);

const changePassword = route(
  '/change-password',
  z.strictObject({
    currentPassword: z.string().min(1, 'Enter your password.'),
    newPassword,
    // All of them always end. Clients of better-auth’s say so.
    revokeOtherSessions: z.literal(true).optional(),
  }),
);

const updateUser = route(
  '/update-user',
  z
    .strictObject({ name: lineOfText(200), shortcuts: z.boolean() })
    .partial()
    .refine((changes) => Object.keys(changes).length > 0, 'Send a name or shortcuts.'),
);

/** Answers with the cookies that better-auth sets, and with the token that it issues where there are no cookies. */
const respond = (context: Context, { headers }: Answer, body: object): Response => {
  for (const cookie of headers.getSetCookie())
    context.header('set-cookie', cookie, { append: true });
  const token = headers.get('set-auth-token');
  if (token) context.header('set-auth-token', token);
  return context.json(body, 200);
};

const inactive = z.object({ code: z.literal('INACTIVE') });

const refused = (field: string, sentence: string): Problem =>
  new Problem(422, sentence, { errors: { [field]: sentence } });

/** Names that look alike are the same. */
const asSeen = (name: string): string =>
  name
    .normalize('NFKC')
    .replaceAll(INVISIBLE, '')
    .toLowerCase()
    .split(/\s+/u)
    .filter(Boolean)
    .join(' ');

/** @throws Problem 422 when a colleague has the name: people know each other by it. Administrators may give it twice. */
const checkName = async ({ database }: Ports, id: string, name: string): Promise<void> => {
  const colleagues = await database
    .select({ name: users.name })
    .from(users)
    .where(ne(users.id, id));
  if (colleagues.some((colleague) => asSeen(colleague.name) === asSeen(name)))
    throw refused('name', 'A colleague has this name. Add something that tells you apart.');
};

/**
 * What of better-auth is open to requests, each with the body it may have. None of them takes an address to go to
 * afterwards. The rest of better-auth can’t be reached.
 */
export const authRoutes = (ports: Ports): OpenAPIHono<Env> => {
  const { auth, database } = ports;
  const routes = new OpenAPIHono<Env>({ defaultHook: invalidInput });

  routes.get('/get-session', async (context) => {
    context.header('cache-control', 'no-store');
    return context.json(await findSession(ports, context));
  });

  routes.openapi(signIn, async (context) => {
    const body = context.req.valid('json');
    const { headers } = context.req.raw;
    const before = await auth.api.getSession({ headers, query: { disableRefresh: true } });
    const answer = await attemptPassword(ports, context, body.email, {
      compare: () => openSession(ports, context, body),
      isRight: ({ status }) => status === 200,
    });
    // Only the right password leads here.
    if (inactive.safeParse(answer.body).success) throw new Problem(403, INACTIVE);
    // One sentence for whatever is wrong, so that nobody learns who has an account.
    if (answer.status !== 200) throw new Problem(401, INCORRECT);
    const { user } = signedIn.parse(answer.body);
    // Who knows the session of before has no part in the new one.
    if (before) await endSession(database, before.session.id);
    await forgetEnded(database, user.id);
    return respond(context, answer, { user });
  });

  routes.post('/sign-out', async (context) =>
    respond(context, await ask(ports, context, '/sign-out'), { success: true }),
  );

  routes.use('/change-password', requireSession(ports));
  routes.openapi(changePassword, async (context) => {
    const user = context.get('person');
    const { currentPassword, newPassword } = context.req.valid('json');
    await checkPassword('newPassword', newPassword, user);
    const hash = await storedPassword(database, user.email);
    if (hash === null) throw new Problem(409, NO_PASSWORD);
    const { password } = await auth.$context;
    const isRight = await attemptPassword(ports, context, user.email, {
      compare: () => password.verify({ hash, password: currentPassword }),
      isRight: Boolean,
    });
    const address = ports.addressOf(context);
    const actor = { kind: 'person', id: user.id, address, at: ports.now() } as const;
    const entry = { resource: 'sign-ins', recordId: user.id } as const;
    if (!isRight) {
      const details = { reason: 'Incorrect current password' };
      await logActivity(database, actor, [{ ...entry, action: 'fail', details }]);
      throw refused('currentPassword', INCORRECT_PASSWORD);
    }
    const next = await password.hash(newPassword);
    const changed = await transact(database, async (transaction) => {
      if (!(await exchangePassword(transaction, user.id, [hash, next]))) return false;
      await endSessions(transaction, user.id);
      await logActivity(transaction, actor, [{ ...entry, action: 'change-password' }]);
      return true;
    });
    if (!changed) throw refused('currentPassword', INCORRECT_PASSWORD);
    const answer = await openSession(ports, context, { email: user.email, password: newPassword });
    if (answer.status !== 200) throw new Problem(401, SIGN_IN);
    return respond(context, answer, { success: true });
  });

  routes.use('/update-user', requireSession(ports));
  routes.openapi(updateUser, async (context) => {
    const user = context.get('person');
    const changes = context.req.valid('json');
    if (changes.name !== undefined) await checkName(ports, user.id, changes.name);
    const answer = await ask(ports, context, '/update-user', changes);
    if (answer.status !== 200) throw new Problem(401, SIGN_IN);
    await announce(database, { resources: ['users'] });
    return respond(context, answer, { success: true });
  });

  routes.all('/*', ({ req }) => {
    throw new Problem(404, `${req.path} not found.`);
  });
  return routes;
};
