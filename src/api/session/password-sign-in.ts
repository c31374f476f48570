import { z } from '@hono/zod-openapi';
import { sql } from 'drizzle-orm';
import type { Context } from 'hono';
import { ROLES } from '../../common/permissions.ts';
import { Problem } from '../http/problem.ts';
import type { Ports } from '../ports.ts';
import { withAddress } from './auth-activity.ts';
import { knownDevice, rememberDevice } from './known-device.ts';
import { beginPasswordAttempt } from './password-attempts.ts';
import { storedPassword } from './stored-password.ts';

export type Answer = { status: number; headers: Headers; body: unknown };

/**
 * Passes a request on to better-auth, with a body that has been checked and where it comes from.
 * @throws the database’s error when better-auth fails because it is away
 */
export const ask = async (
  { auth, addressOf, publicUrl, health }: Ports,
  context: Context,
  path: '/sign-in/email' | '/sign-out' | '/update-user',
  checked: object = {},
): Promise<Answer> => {
  const headers = new Headers(context.req.raw.headers);
  headers.delete('content-length');
  headers.set('content-type', 'application/json');
  const request = new Request(new URL(`/api/auth${path}`, publicUrl), {
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

/** Runs what proves a password, as one of the account’s attempts. @throws Problem 429 as `beginPasswordAttempt` */
export const attemptPassword = async <T>(
  ports: Ports,
  context: Context,
  account: string,
  { compare, isRight }: { compare: () => Promise<T>; isRight: (result: T) => boolean },
): Promise<T> => {
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
  const result = await compare().catch(async (error: unknown) => {
    await attempt.withdrawn();
    throw error;
  });
  if (!isRight(result)) {
    warn('password attempt failed');
    return result;
  }
  await attempt.succeeded();
  await rememberDevice(ports, context, account, device);
  return result;
};

/** What better-auth answers to a sign-in. */
export const signedIn = z.object({
  token: z.string(),
  user: z.object({ id: z.string(), name: z.string(), email: z.string(), role: z.enum(ROLES) }),
});

/**
 * Opens a session with a password. Not with one that is replaced while it is compared, which takes long: who
 * replaced it has ended all sessions but this one.
 */
export const openSession = async (
  ports: Ports,
  context: Context,
  credentials: { email: string; password: string },
): Promise<Answer> => {
  const { auth, database } = ports;
  const hash = await storedPassword(database, credentials.email);
  const answer = await ask(ports, context, '/sign-in/email', credentials);
  if (answer.status !== 200) return answer;
  if ((await storedPassword(database, credentials.email)) === hash) return answer;
  const { token } = signedIn.parse(answer.body);
  await (await auth.$context).internalAdapter.deleteSession(token);
  return { status: 401, headers: new Headers(), body: null };
};
