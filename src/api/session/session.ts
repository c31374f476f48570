import type { Context, MiddlewareHandler } from 'hono';
import {
  type Action,
  may,
  type ResourceName,
  ROLES,
  type Role,
  refusal,
} from '../../common/permissions.ts';
import type { User } from '../../database/schema/index.ts';
import { Problem } from '../http/problem.ts';
import type { Call } from '../kit/resource.ts';
import type { Ports } from '../ports.ts';

/** Who is signed in. */
export type Person = Pick<User, 'id' | 'name' | 'email'> & { role: Role };

export type Env = { Variables: { person: Person } };

const roleOf = (value: unknown): Role => ROLES.find((role) => role === value) ?? 'agent';

/** Lets only signed-in people through, and tells the routes behind it who it is. */
export const requireSession =
  ({ auth }: Ports): MiddlewareHandler<Env> =>
  async (context, next) => {
    const session = await auth.api.getSession({ headers: context.req.raw.headers });
    if (!session) throw new Problem(401, 'Sign in to continue.');
    const { id, name, email, role } = session.user;
    context.set('person', { id, name, email, role: roleOf(role) });
    await next();
  };

/** Whether someone is still signed in. Asking doesn't prolong the session; without the database the answer is no. */
export const hasSession = async ({ auth }: Ports, { headers }: Request): Promise<boolean> => {
  const asked = auth.api.getSession({ headers, query: { disableRefresh: true } });
  return (await asked.catch(() => null)) !== null;
};

/** @throws Problem 403 when the person's role may not do it */
export const authorize = ({ role }: Person, action: Action, resource: ResourceName): void => {
  if (!may(role, action, resource)) throw new Problem(403, refusal(role, action, resource));
};

/**
 * What a request that wants to do something may use.
 * @throws Problem 403 when the person's role may not do it
 */
export const callOf = (
  ports: Ports,
  context: Context<Env>,
  action: Action,
  resource: ResourceName,
): Call => {
  const person = context.get('person');
  authorize(person, action, resource);
  const idempotencyKey = context.req.header('idempotency-key');
  return { ports, person, now: ports.now(), idempotencyKey };
};
