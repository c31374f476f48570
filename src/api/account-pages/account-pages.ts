import { type Context, type ErrorHandler, Hono } from 'hono';
import { announce } from '../../database/changes/changes.ts';
import { isPassing } from '../../database/errors.ts';
import { loadWorkspace } from '../../database/settings.ts';
import { recordActivity } from '../activity/record-activity.ts';
import { Problem } from '../http/problem.ts';
import { createRateLimit, type Rate, tooMany } from '../http/rate-limit.ts';
import { type ReadBody, readFirst } from '../http/read-body.ts';
import { inTransaction } from '../kit/locked.ts';
import type { ApiRequest } from '../kit/request.ts';
import type { Ports } from '../ports.ts';
import { newPassword } from '../users/check-password.ts';
import { isEasyToGuess, TOO_EASY } from '../users/password.ts';
import { acceptInvitation, findInvited, type Invited } from './invited.ts';
import { findForgetful, replacePassword } from './new-password.ts';
import {
  invalidAccountLinkPage,
  invitationPage,
  noPasswordPage,
  passwordPage,
  passwordSavedPage,
  signOnInvitationPage,
  troublePage,
} from './pages.ts';
import { ACCOUNT_PATHS, INVITATION_PATH, PASSWORD_PATH, protection } from './protection.ts';

/** Addresses of links that don’t exist: someone may be guessing. */
const UNKNOWN: Rate = { perAddress: 30, inAll: 600 };

/** Each hashes a password, which is made to take long. */
const PASSWORDS: Rate = { perAddress: 30, inAll: 120 };

/** In KiB: the form. */
const FORM_BODY = 16;

/** What is wrong with someone’s new password, or null. */
const problemOf = async (
  password: string,
  person: { name: string; email: string },
): Promise<string | null> => {
  const { error } = newPassword.safeParse(password);
  if (error) return error.issues[0]?.message ?? null;
  return (await isEasyToGuess(password, person)) ? TOO_EASY : null;
};

const handleError =
  ({ log }: Ports): ErrorHandler =>
  (error, context) => {
    if (error instanceof Problem) {
      for (const [name, value] of Object.entries(error.extras.headers ?? {}))
        context.header(name, value);
      return context.html(troublePage('One moment, please', error.message), error.status);
    }
    const away = isPassing(error);
    // A failed query’s message contains its parameters; its cause doesn’t.
    if (!away) log.error({ err: error.cause ?? error.name }, 'a page for accounts failed');
    context.header('retry-after', '30');
    const advice = 'Reload this page in a minute. Your link still works.';
    return context.html(troublePage('Something went wrong on our side', advice), away ? 503 : 500);
  };

const passwordIn = async (context: Context): Promise<string> => {
  const { password } = await context.req.parseBody().catch(() => ({ password: '' }));
  return typeof password === 'string' ? password : '';
};

/**
 * The pages of invitations and of links to choose a new password: no sign-in, no scripts. Opening a link changes
 * nothing, because mail scanners open links. Only its form does.
 */
export const accountPages = (ports: Ports, readBody: ReadBody): Hono => {
  const { database, auth, now, singleSignOn } = ports;
  const unknown = createRateLimit(ports, UNKNOWN);
  const passwords = createRateLimit(ports, PASSWORDS);

  /** @throws Problem 429 */
  const refuse = (seconds: number | null): void => {
    if (seconds !== null) throw tooMany(seconds);
  };

  const invalidLink = async (context: Context) => {
    refuse(unknown.take(context));
    return context.html(invalidAccountLinkPage(await loadWorkspace(database)), 404);
  };

  /** Looks nothing up for an address that guesses. */
  const found = async <T>(context: Context, find: (token: string) => Promise<T>): Promise<T> => {
    refuse(unknown.check(context));
    return find(context.req.param('token') ?? '');
  };

  const invited = (context: Context) =>
    found(context, (token) => findInvited(database, token, now()));
  const forgetful = (context: Context) =>
    found(context, (token) => findForgetful(database, token, now()));

  /** Nobody chooses a password that would open nothing. */
  const withoutPassword = async (userId: string): Promise<boolean> =>
    singleSignOn !== null && !(await singleSignOn.mayUsePassword(userId));

  const hash = async (context: Context, password: string): Promise<string> => {
    refuse(passwords.take(context));
    return (await auth.$context).password.hash(password);
  };

  /** A request of someone who proved by a link who they are, and has no session yet. */
  const requestOf = (
    context: Context,
    person: Omit<ApiRequest['person'], 'portfolio'>,
  ): ApiRequest => ({
    ...{ ports, now: now(), sessionId: '', address: ports.addressOf(context) },
    person: { ...person, portfolio: null },
  });

  const join = (context: Context, { invitation }: Invited, passwordHash: string) =>
    inTransaction(requestOf(context, invitation), async (within) => {
      const id = await acceptInvitation(
        within.ports.database,
        context.req.param('token') ?? '',
        passwordHash,
        within.now,
      );
      if (!id) return false;
      const { id: recordId } = invitation;
      const person = { ...within.person, id };
      await recordActivity(
        { ...within, person },
        { resource: 'invitations', action: 'accept', recordId },
      );
      await announce(within.ports.database, { resources: ['users', 'invitations'] });
      return true;
    });

  const signIn = async (email: string, password: string): Promise<Response> => {
    const { headers } = await auth.api.signInEmail({ body: { email, password }, asResponse: true });
    const further = new Headers([...headers].filter(([name]) => name.startsWith('set-')));
    further.set('location', '/');
    return new Response(null, { status: 303, headers: further });
  };

  const routes = new Hono().onError(handleError(ports));
  for (const path of ACCOUNT_PATHS) routes.use(path, protection(ports));
  return routes
    .get(INVITATION_PATH, async (context) => {
      const one = await invited(context);
      if (!one) return invalidLink(context);
      const off = await singleSignOn?.passwordsOff();
      return context.html(off ? signOnInvitationPage(one) : invitationPage(one));
    })
    .post(INVITATION_PATH, readFirst(readBody, FORM_BODY), async (context) => {
      const one = await invited(context);
      if (!one) return invalidLink(context);
      if (await singleSignOn?.passwordsOff()) return context.html(signOnInvitationPage(one), 409);
      const password = await passwordIn(context);
      const problem = await problemOf(password, one.invitation);
      if (problem) return context.html(invitationPage(one, problem), 422);
      const passwordHash = await hash(context, password);
      const joined = await join(context, one, passwordHash);
      return joined ? signIn(one.invitation.email, password) : invalidLink(context);
    })
    .get(PASSWORD_PATH, async (context) => {
      const user = await forgetful(context);
      if (!user) return invalidLink(context);
      const workspace = await loadWorkspace(database);
      if (await withoutPassword(user.id)) return context.html(noPasswordPage(workspace));
      return context.html(passwordPage({ ...user, workspace }));
    })
    .post(PASSWORD_PATH, readFirst(readBody, FORM_BODY), async (context) => {
      const user = await forgetful(context);
      if (!user) return invalidLink(context);
      const workspace = await loadWorkspace(database);
      if (await withoutPassword(user.id)) return context.html(noPasswordPage(workspace), 409);
      const password = await passwordIn(context);
      const problem = await problemOf(password, user);
      if (problem) return context.html(passwordPage({ ...user, workspace }, problem), 422);
      const passwordHash = await hash(context, password);
      const token = context.req.param('token');
      const replaced = await inTransaction(requestOf(context, user), async (within) => {
        if (!(await replacePassword(within.ports.database, token, user, passwordHash)))
          return false;
        await recordActivity(within, {
          ...{ resource: 'users', action: 'reset-password', recordId: user.id },
        });
        return true;
      });
      return replaced ? context.html(passwordSavedPage(workspace)) : invalidLink(context);
    })
    .all('/invitation', invalidLink)
    .all('/password', invalidLink);
};
