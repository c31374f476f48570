import type { Context } from 'hono';
import type { Action, ResourceName } from '../../common/permissions.ts';
import type { Instant } from '../../journey/instant.ts';
import type { Ports } from '../ports.ts';
import { authorize, type Env, type Person } from '../session/session.ts';

/** Everything a handler may use: the ports, the signed-in user and the time. */
export type ApiRequest = {
  ports: Ports;
  person: Person;
  /** The session that the request belongs to. */
  sessionId: string;
  /** Where the request comes from. Null where that has no meaning. */
  address: string | null;
  now: Instant;
  /** Identifies a repeated request. */
  idempotencyKey?: string | undefined;
};

/**
 * Turns an HTTP request into an `ApiRequest`.
 * @throws Problem 403 when the user's role doesn't allow the action
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
  return {
    ports,
    person,
    sessionId: context.get('sessionId'),
    address: ports.addressOf(context),
    now: ports.now(),
    idempotencyKey,
  };
};
