import type { DemoSignIn } from '../ports.ts';

const PASSWORD = 'unstuck-sandbox';

/** The people of the sandbox. They exist only without a Codat key, so everyone may know their password. */
export const SANDBOX_PEOPLE = [
  { name: 'Mira Rao', email: 'agent@unstuck.test', role: 'agent', password: PASSWORD },
  { name: 'Lena Hart', email: 'manager@unstuck.test', role: 'manager', password: PASSWORD },
  { name: 'Tom Keller', email: 'admin@unstuck.test', role: 'admin', password: PASSWORD },
] as const satisfies DemoSignIn[];
