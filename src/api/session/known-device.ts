import type { Context } from 'hono';
import { getSignedCookie, setSignedCookie } from 'hono/cookie';
import { digestOf } from '../../database/digest.ts';
import type { Ports } from '../ports.ts';

type Needed = Pick<Ports, 'auth' | 'publicUrl'>;

const NAME = 'device';

/** For how long a browser counts as the account’s own after a sign-in. */
const KEPT_SECONDS = 90 * 24 * 3600;

const isSecure = ({ publicUrl }: Needed): boolean => publicUrl.startsWith('https://');

const secretOf = async ({ auth }: Needed): Promise<string> => (await auth.$context).secret;

/**
 * The ID of a browser in which this account signed in before, or null. It opens nothing, but guesses made elsewhere, even
 * at the same address, don’t delay its owner.
 * https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies
 */
export const knownDevice = async (
  ports: Needed,
  context: Context,
  account: string,
): Promise<string | null> => {
  const prefix = isSecure(ports) ? 'host' : undefined;
  const cookie = await getSignedCookie(context, await secretOf(ports), NAME, prefix);
  const [owner, id] = cookie ? cookie.split('.') : [];
  return id && owner === digestOf(account.toLowerCase()) ? id : null;
};

/** Remembers that an account has signed in with this browser. */
export const rememberDevice = async (
  ports: Needed,
  context: Context,
  account: string,
  known: string | null,
): Promise<void> => {
  const value = `${digestOf(account.toLowerCase())}.${known ?? crypto.randomUUID()}`;
  await setSignedCookie(context, NAME, value, await secretOf(ports), {
    ...(isSecure(ports) && { prefix: 'host', secure: true }),
    ...{ path: '/', httpOnly: true, sameSite: 'Lax', maxAge: KEPT_SECONDS },
  });
};
