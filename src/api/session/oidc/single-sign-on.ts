import { isSignOnFailure, type SignOnFailure } from '../../../common/sign-on-failures.ts';
import { logActivity } from '../../../database/activity.ts';
import { toInstant } from '../../../journey/instant.ts';
import { createBudget } from '../../activity/budget.ts';
import { withAddress } from '../auth-activity.ts';
import { endSession } from '../end-sessions.ts';
import { PROVIDER_ID } from './accounts.ts';
import { createOidcAuth, type OidcPorts } from './oidc-auth.ts';
import { arePasswordsOff, mayUsePassword } from './password-guard.ts';
import { discover, PATIENCE_MS } from './provider.ts';

/** Where better-auth leads after a failure. Only seen in this file, which leads to the sign-in page instead. */
const FAILED_PATH = '/sign-on-failed';

/** The codes of better-auth and of OAuth that say why. Those of `admit` are ours already. */
const FAILURES: Record<string, SignOnFailure> = {
  access_denied: 'cancelled',
  state_mismatch: 'expired',
  state_not_found: 'expired',
  state_invalid: 'expired',
  invalid_code: 'unverified',
  unable_to_get_user_info: 'unverified',
  issuer_mismatch: 'unverified',
  nonce_binding_missing: 'unverified',
  email_not_found: 'email_not_verified',
  account_not_linked: 'email_not_verified',
  oauth_provider_not_found: 'unreachable',
  temporarily_unavailable: 'unreachable',
  INACTIVE: 'inactive',
};

/** In time, as better-auth would wait for minutes. @throws Error when it takes too long */
export const inTime = <T>(work: Promise<T>): Promise<T> =>
  Promise.race([
    work,
    new Promise<never>((_, reject) => {
      AbortSignal.timeout(PATIENCE_MS).addEventListener('abort', () =>
        reject(new Error('The provider didn’t answer in time.')),
      );
    }),
  ]);

const now = () => toInstant(Date.now());

/** A redirect that keeps the cookies of a response. */
const redirect = (location: string, { headers }: Pick<Response, 'headers'>): Response => {
  const cookies = headers.getSetCookie().map((cookie): [string, string] => ['set-cookie', cookie]);
  return new Response(null, { status: 302, headers: [['location', location], ...cookies] });
};

/**
 * Sign-in at the company’s own OpenID Connect provider. The provider is asked to describe itself at the first sign-in,
 * so that the server starts without it.
 */
export const openSingleSignOn = (ports: OidcPorts) => {
  const { database, publicUrl, settings, log } = ports;

  const connect = async () => {
    const provider = await discover(settings);
    const auth = createOidcAuth(ports, provider, `${publicUrl}${FAILED_PATH}`);
    const { socialProviders } = await inTime(auth.$context);
    if (!socialProviders.some(({ id }) => id === PROVIDER_ID))
      throw new Error('The provider’s description is incomplete.');
    return { auth, provider };
  };
  let connection: ReturnType<typeof connect> | null = null;
  /** @throws Error when the provider can’t be reached. The next call tries again. */
  const connected = () => {
    connection ??= connect().catch((error: unknown) => {
      connection = null;
      throw error;
    });
    return connection;
  };

  /** Pages are addressed behind the hash, so nothing in `to` can lead to another site. */
  const pageAt = (to: string): string => new URL(`${publicUrl}/#${to}`).href;

  const failed = (failure: SignOnFailure, to: string): string =>
    pageAt(`/login?${new URLSearchParams({ failure, to })}`);

  const budget = createBudget(now);

  const record = async (address: string | null, details: object): Promise<void> => {
    const missed = budget(address ?? '');
    if (missed === null) return;
    await logActivity(database, { kind: 'stranger', address, at: now() }, [
      {
        ...{ resource: 'sign-ins', action: 'fail', recordId: '' },
        details: { ...details, ...(missed > 0 && { missed }) },
      },
    ]);
  };

  return {
    connected,
    passwordsOff: () => arePasswordsOff(database, settings),
    mayUsePassword: (userId: string) => mayUsePassword(database, settings, userId),
    /** Leads to the provider, or back to the sign-in page. `to` is the page to return to. */
    start: async (to: string, headers: Headers): Promise<Response> => {
      try {
        const { auth } = await connected();
        const response = await auth.api.signInSocial({
          body: {
            provider: PROVIDER_ID,
            callbackURL: pageAt(to),
            errorCallbackURL: `${publicUrl}${FAILED_PATH}?${new URLSearchParams({ to })}`,
          },
          headers,
          asResponse: true,
        });
        const location = response.headers.get('location');
        if (location) return redirect(location, response);
        throw new Error(`Starting the sign-in was answered ${response.status}.`);
      } catch (error) {
        log.warn({ err: error }, 'single sign-on could not start');
        return redirect(failed('unreachable', to), new Response());
      }
    },
    /** Takes what the provider answered. Leads to the page asked for, or back to the sign-in page. */
    finish: async (request: Request, address: string | null): Promise<Response> => {
      const { headers } = request;
      const answer = async () => {
        const { auth } = await connected();
        const before = await auth.api.getSession({ headers, query: { disableRefresh: true } });
        return { before, response: await inTime(auth.handler(withAddress(request, address))) };
      };
      const { before, response } = await answer().catch((error: unknown) => {
        log.warn({ err: error }, 'single sign-on could not finish');
        const location = `${FAILED_PATH}?error=temporarily_unavailable`;
        return { before: null, response: redirect(location, new Response()) };
      });
      const target = new URL(response.headers.get('location') ?? '/', publicUrl);
      if (target.pathname !== FAILED_PATH) {
        // Who knows the session of before has no part in the new one.
        if (before) await endSession(database, before.session.id);
        return response;
      }
      const { error = '', error_description, to = '/' } = Object.fromEntries(target.searchParams);
      const isOurs = isSignOnFailure(error);
      const failure = isOurs ? error : (FAILURES[error] ?? 'failed');
      log.warn({ failure }, 'single sign-on failed');
      await record(address, { failure, ...(isOurs && { email: error_description }) });
      return redirect(failed(failure, to), response);
    },
  };
};

export type SingleSignOn = ReturnType<typeof openSingleSignOn>;
