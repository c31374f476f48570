import { createRoute, OpenAPIHono, type z } from '@hono/zod-openapi';
import { loadWorkspace } from '../../database/settings.ts';
import { invalidInput } from '../http/invalid-input.ts';
import { authorized } from '../kit/request.ts';
import type { Ports } from '../ports.ts';
import type { Env } from '../session/session.ts';
import { actionsMetric, evidenceMetric } from './actions.ts';
import { curveMetric } from './curve.ts';
import { dropoffMetric } from './dropoff.ts';
import { funnelMetric } from './funnel.ts';
import { managersMetric } from './managers.ts';
import { marksMetric } from './marks.ts';
import { overviewMetric } from './overview.ts';
import { portfolioMetric } from './portfolio.ts';
import { queueMetric } from './queue.ts';
import { reasonsMetric } from './reasons.ts';
import { softwareMetric } from './software.ts';
import { weeklyMetric } from './weekly.ts';

/** All metrics by the name in their URL. The routes, OpenAPI and the dashboard's types come from this list. */
export const METRICS = {
  overview: overviewMetric,
  curve: curveMetric,
  funnel: funnelMetric,
  software: softwareMetric,
  weekly: weeklyMetric,
  reasons: reasonsMetric,
  marks: marksMetric,
  queue: queueMetric,
  actions: actionsMetric,
  evidence: evidenceMetric,
  managers: managersMetric,
  dropoff: dropoffMetric,
  portfolio: portfolioMetric,
};
export type Metric = keyof typeof METRICS;
export type MetricQuery<Name extends Metric> = z.input<(typeof METRICS)[Name]['query']>;
export type MetricAnswer<Name extends Metric> = z.output<(typeof METRICS)[Name]['answer']>;

/** Computes metrics on request, for everyone who is signed in. */
export const metricsRoutes = (ports: Ports) => {
  const routes = new OpenAPIHono<Env>({ defaultHook: invalidInput });
  for (const [name, { definition, query, answer, compute }] of Object.entries(METRICS)) {
    const route = createRoute({
      method: 'get',
      path: `/${name}`,
      tags: ['metrics'],
      summary: definition,
      request: { query },
      responses: {
        200: { content: { 'application/json': { schema: answer } }, description: 'The numbers' },
      },
    });
    routes.openapi(route, async (context) => {
      const { now, person } = authorized(ports, context, 'show', 'metrics');
      const { portfolio } = person;
      const query = context.req.valid('query');
      const { timeZone, conversionDays } = await loadWorkspace(ports.database);
      const asked = { now, timeZone, conversionDays, portfolio };
      const numbers = await compute(ports.database, query, asked);
      return context.json({ computedAt: now, definition, ...numbers }, 200);
    });
  }
  return routes;
};
