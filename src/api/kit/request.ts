import type { Context } from 'hono';
import type { Action, ResourceName } from '../../common/permissions.ts';
import type { Instant } from '../../journey/instant.ts';
import type { Ports } from '../ports.ts';
import { authorize, type Env, type Person } from '../session/session.ts';

/** Everything a handler may use: the ports, who asks, and when. */
export type ApiRequest = {
  ports: Ports;
  person: Person;
  now: Instant;
  /** Identifies a request that is sent again. */
  idempotencyKey?: string | undefined;
};

/**
 * Turns an HTTP request into an `ApiRequest`, once the person's role allows the action.
 * @throws Problem 403 when it does not
 */
export const authorized = (
  ports: Ports,
  context: Context<Env>,
  action: Action,
  resource: ResourceName,
): ApiRequest => {
  const person = context.get('person');
  authorize(person, action, resource);
  const idempotencyKey = context.req.header('idempotency-key');
  return { ports, person, now: ports.now(), idempotencyKey };
};
