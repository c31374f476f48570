import type { MiddlewareHandler } from 'hono';
import { logActivity } from '../../database/activity.ts';
import { Problem } from '../http/problem.ts';
import type { Ports } from '../ports.ts';
import type { Env, Person } from '../session/session.ts';
import { createBudget } from './budget.ts';
import { actorKindOf, programOf } from './record-activity.ts';

/** Where passwords are checked. */
const AUTH = '/api/auth/';

/** Whether an answer refuses what exists: a role’s limits, or a record that the person may not see. */
const isRefusal = (status: number, error: Error | undefined): boolean =>
  status === 403 || (status === 404 && error instanceof Problem && error.extras.unseen === true);

/**
 * Records what was refused: to people by their role or their portfolio, and sign-ins that were too many. Requests
 * without a session and requests for what isn’t there are no refusals.
 */
export const recordRefusals = (ports: Ports): MiddlewareHandler<Env> => {
  const budget = createBudget(ports.now);
  return async (context, next) => {
    await next();
    const { req, res, error } = context;
    const { method, path } = req;
    const { status } = res;
    // Not set for requests without a session, whatever its type says.
    const person: Person | undefined = context.get('person');
    const throttled = status === 429 && path.startsWith(AUTH);
    if (!throttled && !(person && isRefusal(status, error))) return;
    const address = ports.addressOf(context);
    const missed = budget(person?.id ?? address ?? '');
    if (missed === null) return;
    const actor = {
      kind: person ? actorKindOf(person) : 'stranger',
      id: person?.id ?? null,
      address,
      at: ports.now(),
    } as const;
    const details = {
      ...{ method, path, status, reason: error?.message },
      ...(missed > 0 && { missed }),
      ...(person && programOf(person)),
    };
    await logActivity(ports.database, actor, [
      throttled
        ? { resource: 'sign-ins', action: 'fail', recordId: '', details: { status, missed } }
        : { resource: 'requests', action: 'refuse', recordId: path, details },
    ]).catch((error) => ports.log.warn({ err: error }, 'refusal not recorded'));
  };
};
