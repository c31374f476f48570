import type { MiddlewareHandler } from 'hono';
import type { Action, ResourceName } from '../../common/permissions.ts';
import { authorize, type Env } from '../session/session.ts';
import { limitBody } from './limit-body.ts';

/**
 * The middleware of a route with a body: the role is checked before anyone looks at the body, then its size. Once it is
 * there, which can take minutes, the person must still be signed in: they may have been removed meanwhile.
 * @throws Problem 403, 413, 401
 */
export const guard = (action: Action, resource: ResourceName): MiddlewareHandler<Env>[] => [
  async (context, next) => {
    authorize(context.get('person'), action, resource);
    await next();
  },
  limitBody,
  async (context, next) => {
    // Hono keeps it for those who read it next.
    await context.req.arrayBuffer();
    await context.get('checkSession')?.();
    await next();
  },
];
