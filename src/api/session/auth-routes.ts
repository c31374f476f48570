import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { ne, sql } from 'drizzle-orm';
import type { Context } from 'hono';
import { ROLES } from '../../common/permissions.ts';
import { announce } from '../../database/changes.ts';
import { users } from '../../database/schema/index.ts';
import { invalidInput } from '../http/invalid-input.ts';
import { jsonContent } from '../http/json-content.ts';
import { Problem } from '../http/problem.ts';
import { INVISIBLE, lineOfText } from '../kit/writable.ts';
import type { Ports } from '../ports.ts';
import { accountEmail } from '../users/account-email.ts';
import { checkPassword, newPassword } from '../users/check-password.ts';
import { withAddress } from './auth-activity.ts';
import { endPasswordLinks, endSession } from './end-sessions.ts';
import { knownDevice, rememberDevice } from './known-device.ts';
import { forgetEnded } from './lifetime.ts';
import { beginPasswordAttempt } from './password-attempts.ts';
import { INACTIVE } from './refuse-inactive.ts';
import { type Env, findSession, requireSession, SIGN_IN } from './session.ts';
import { storedPassword } from './stored-password.ts';

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

const updateUser = route('/update-user', z.strictObject({ name: lineOfText(200) }));

type Answer = { status: number; headers: Headers; body: unknown };

/**
 * Passes a request on to better-auth, with a body that has been checked and where it comes from.
 * @throws the database’s error when better-auth fails because it is away
 */
const ask = async (
  { auth, addressOf, publicUrl, health }: Ports,
  context: Context,
  checked: object = {},
): Promise<Answer> => {
  const headers = new Headers(context.req.raw.headers);
  headers.delete('content-length');
  headers.set('content-type', 'application/json');
  const request = new Request(new URL(context.req.path, publicUrl), {
    method: 'POST',
    headers,
    body: JSON.stringify(checked),
  });
  const response = await auth.handler(withAddress(request, addressOf(context)));
  const { status } = response;
  if (status < 500) return { status, headers: response.headers, body: await response.json() };
  // It doesn’t say why.
  await health.execute(sql`select 1`);
  throw new Error(`better-auth answered ${status}.`);
};

/** Answers with the cookies that better-auth sets, and with the token that it issues where there are no cookies. */
const respond = (context: Context, { headers }: Answer, body: object): Response => {
  for (const cookie of headers.getSetCookie())
    context.header('set-cookie', cookie, { append: true });
  const token = headers.get('set-auth-token');
  if (token) context.header('set-auth-token', token);
  return context.json(body, 200);
};

/** As `ask`, for a request that proves a password. @throws Problem 429 as `beginPasswordAttempt` */
const askWithPassword = async (
  ports: Ports,
  context: Context,
  account: string,
  checked: object,
): Promise<Answer> => {
  const address = ports.addressOf(context);
  const warn = (message: string): void =>
    ports.log.warn({ account, address, path: context.req.path }, message);
  const device = await knownDevice(ports, context, account);
  const attempt = await beginPasswordAttempt(ports, { address, device }, account).catch(
    (error: unknown) => {
      if (error instanceof Problem) warn('too many password attempts');
      throw error;
    },
  );
  const answer = await ask(ports, context, checked).catch(async (error: unknown) => {
    await attempt.withdrawn();
    throw error;
  });
  if (answer.status !== 200) {
    warn('password attempt failed');
    return answer;
  }
  await attempt.succeeded();
  await rememberDevice(ports, context, account, device);
  return answer;
};

const signedIn = z.object({
  token: z.string(),
  user: z.object({ id: z.string(), name: z.string(), email: z.string(), role: z.enum(ROLES) }),
});

const inactive = z.object({ code: z.literal('INACTIVE') });
const withoutPassword = z.object({ code: z.literal('CREDENTIAL_ACCOUNT_NOT_FOUND') });

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
    const hash = await storedPassword(database, body.email);
    const answer = await askWithPassword(ports, context, body.email, body);
    // Only the right password leads here.
    if (inactive.safeParse(answer.body).success) throw new Problem(403, INACTIVE);
    // One sentence for whatever is wrong, so that nobody learns who has an account.
    if (answer.status !== 200) throw new Problem(401, INCORRECT);
    const { user, token } = signedIn.parse(answer.body);
    // Comparing takes long: whoever replaced the password meanwhile has ended all sessions but this one.
    if ((await storedPassword(database, body.email)) !== hash) {
      await (await auth.$context).internalAdapter.deleteSession(token);
      throw new Problem(401, INCORRECT);
    }
    // Who knows the session of before has no part in the new one.
    if (before) await endSession(database, before.session.id);
    await forgetEnded(database, user.id);
    return respond(context, answer, { user });
  });

  routes.post('/sign-out', async (context) =>
    respond(context, await ask(ports, context), { success: true }),
  );

  routes.use('/change-password', requireSession(ports));
  routes.openapi(changePassword, async (context) => {
    const user = context.get('person');
    const body = context.req.valid('json');
    await checkPassword('newPassword', body.newPassword, user);
    const all = { ...body, revokeOtherSessions: true };
    const answer = await askWithPassword(ports, context, user.email, all);
    if (answer.status === 401) throw new Problem(401, SIGN_IN);
    if (withoutPassword.safeParse(answer.body).success) throw new Problem(409, NO_PASSWORD);
    if (answer.status !== 200) throw refused('currentPassword', INCORRECT_PASSWORD);
    // Someone else may have asked for them, and be why the password changes.
    await endPasswordLinks(database, user.id);
    return respond(context, answer, { success: true });
  });

  routes.use('/update-user', requireSession(ports));
  routes.openapi(updateUser, async (context) => {
    const user = context.get('person');
    const { name } = context.req.valid('json');
    await checkName(ports, user.id, name);
    const answer = await ask(ports, context, { name });
    if (answer.status !== 200) throw new Problem(401, SIGN_IN);
    await announce(database, { resources: ['users'] });
    return respond(context, answer, { success: true });
  });

  routes.all('/*', ({ req }) => {
    throw new Problem(404, `${req.path} not found.`);
  });
  return routes;
};
