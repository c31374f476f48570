/** Why a single sign-on failed, and what people read. Addresses carry the name alone, so that no link can make up a text. */
export const SIGN_ON_FAILURES = {
  unreachable: 'Your sign-in provider can’t be reached right now. Try again in a minute.',
  cancelled: 'You cancelled the sign-in. Try again when you’re ready.',
  expired: 'That sign-in has expired or was used already. Try again.',
  unverified:
    'We couldn’t verify what your sign-in provider answered. Try again. If it keeps happening, tell your IT team.',
  email_not_verified:
    'Your sign-in provider hasn’t verified your email address. Ask your IT team to verify it.',
  no_role:
    'None of your groups has access to Unstuck. Ask your IT team to add you to one that has.',
  email_taken:
    'Another account of your sign-in provider already uses Unstuck with this email address. Ask your IT team for another address.',
  inactive: 'Your account is deactivated. Ask an admin.',
  failed: 'We couldn’t sign you in. Try again.',
} as const;

export type SignOnFailure = keyof typeof SIGN_ON_FAILURES;

export const isSignOnFailure = (name: string): name is SignOnFailure =>
  Object.hasOwn(SIGN_ON_FAILURES, name);
