import { Hono, type MiddlewareHandler } from 'hono';
import type { Instant } from '../../../src/journey/instant.ts';
import type { RateLimit } from '../rate-limit.ts';
import { companyRoutes } from './companies.ts';
import { Fault, tooManyRequests } from './fault.ts';
import { limitBody } from './forms.ts';
import { integrationRoutes } from './integrations.ts';
import type { ApiPorts } from './ports.ts';

/** Requires `Authorization: Basic` with the API key in base64, as Codat does. */
export const authorized = (apiKey: string): MiddlewareHandler => {
  const expected = `Basic ${btoa(apiKey)}`;
  return async (context, next) => {
    if (context.req.header('authorization') !== expected) throw new Fault(401, 'Unauthorized');
    await next();
  };
};

const limited =
  (rateLimit: RateLimit, now: () => Instant): MiddlewareHandler =>
  async (context, next) => {
    const { allowed, quota, remaining, resetsAt } = rateLimit.count();
    context.header('X-Rate-Limit-Limit', quota.toString());
    context.header('X-Rate-Limit-Remaining', remaining.toString());
    context.header('X-Rate-Limit-Reset', resetsAt);
    if (!allowed) throw tooManyRequests(now(), resetsAt);
    await next();
  };

export type CodatApiPorts = ApiPorts & {
  apiKey: string;
  now: () => Instant;
  rateLimit: RateLimit;
  /** Disruptions on request, applied last before the routes. */
  disruption: MiddlewareHandler;
};

/** The parts of Codat's API that Unstuck uses. */
export const codatApi = (ports: CodatApiPorts): Hono => {
  const { apiKey, now, rateLimit, disruption } = ports;
  const api = new Hono();
  for (const path of ['/companies/*', '/integrations/*'])
    api.use(path, authorized(apiKey), limited(rateLimit, now), limitBody, disruption);
  return api
    .route('/companies', companyRoutes(ports))
    .route('/integrations', integrationRoutes(ports));
};
