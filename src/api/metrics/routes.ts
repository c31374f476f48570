import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { funnel } from '../../database/metrics/funnel.ts';
import { overview } from '../../database/metrics/overview.ts';
import { queue } from '../../database/metrics/queue.ts';
import { reasons } from '../../database/metrics/reasons.ts';
import type { Scope } from '../../database/metrics/scope.ts';
import { softwareRates } from '../../database/metrics/software.ts';
import { weekly } from '../../database/metrics/weekly.ts';
import { DEFINITIONS } from '../../journey/metrics/definitions.ts';
import { invalidInput } from '../http/invalid-input.ts';
import { authorized } from '../kit/request.ts';
import type { Ports } from '../ports.ts';
import type { Env } from '../session/session.ts';
import {
  funnelAnswer,
  overviewAnswer,
  queueAnswer,
  reasonsAnswer,
  softwareAnswer,
  weeklyAnswer,
} from './answers.ts';
import { brokenDown, ofCustomers, ofManager, scopeOf } from './query.ts';

type Name = keyof typeof DEFINITIONS;

const route = <Q extends z.ZodObject, A extends z.ZodObject>(name: Name, query: Q, schema: A) =>
  createRoute({
    method: 'get',
    path: `/${name}`,
    tags: ['metrics'],
    summary: DEFINITIONS[name],
    request: { query },
    responses: {
      200: { content: { 'application/json': { schema } }, description: 'The numbers.' },
    },
  });

const about = (name: Name, { now, period }: Scope) => ({
  computedAt: now,
  period,
  definition: DEFINITIONS[name],
});

/** The numbers, computed when they are asked for; everybody who is signed in may see them. */
export const metricsRoutes = (ports: Ports): OpenAPIHono<Env> => {
  const { database } = ports;
  const ask = (context: Context<Env>, query: Parameters<typeof scopeOf>[0]): Scope =>
    scopeOf(query, authorized(ports, context, 'show', 'metrics').now);

  return new OpenAPIHono<Env>({ defaultHook: invalidInput })
    .openapi(route('overview', ofCustomers, overviewAnswer), async (context) => {
      const scope = ask(context, context.req.valid('query'));
      const numbers = await overview(database, scope);
      return context.json({ ...about('overview', scope), ...numbers }, 200);
    })
    .openapi(route('funnel', brokenDown, funnelAnswer), async (context) => {
      const { by, ...query } = context.req.valid('query');
      const scope = ask(context, query);
      const numbers = await funnel(database, scope, by ?? null);
      return context.json({ ...about('funnel', scope), ...numbers }, 200);
    })
    .openapi(route('software', ofManager, softwareAnswer), async (context) => {
      const scope = ask(context, context.req.valid('query'));
      const software = await softwareRates(database, scope);
      return context.json({ ...about('software', scope), software }, 200);
    })
    .openapi(route('weekly', ofCustomers, weeklyAnswer), async (context) => {
      const scope = ask(context, context.req.valid('query'));
      return context.json({ ...about('weekly', scope), weeks: await weekly(database, scope) }, 200);
    })
    .openapi(route('reasons', ofCustomers, reasonsAnswer), async (context) => {
      const scope = ask(context, context.req.valid('query'));
      const weeks = await reasons(database, scope);
      return context.json({ ...about('reasons', scope), weeks }, 200);
    })
    .openapi(route('queue', z.strictObject({}), queueAnswer), async (context) => {
      const { now } = authorized(ports, context, 'show', 'metrics');
      const groups = await queue(database, now);
      return context.json({ computedAt: now, definition: DEFINITIONS.queue, groups }, 200);
    });
};
