import type { DemoSignIn } from '../ports.ts';

const PASSWORD = 'unstuck-sandbox';

/** The sandbox's sample users. They exist only without a Codat key, so their password may be public. */
export const SANDBOX_PEOPLE = [
  { name: 'Mira Rao', email: 'agent@unstuck.test', role: 'agent', password: PASSWORD },
  { name: 'Lena Hart', email: 'manager@unstuck.test', role: 'manager', password: PASSWORD },
  { name: 'Tom Keller', email: 'admin@unstuck.test', role: 'admin', password: PASSWORD },
] as const satisfies DemoSignIn[];

export const SANDBOX_EMAILS: string[] = SANDBOX_PEOPLE.map(({ email }) => email);
