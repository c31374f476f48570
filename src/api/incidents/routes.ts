import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { countedOutcomes } from '../../database/incidents/outcomes.ts';
import { software } from '../../database/schema/index.ts';
import { type Noticeable, noticeable } from '../../journey/metrics/incidents/noticeable.ts';
import { invalidInput } from '../http/invalid-input.ts';
import { authorized } from '../kit/request.ts';
import { json } from '../kit/responses.ts';
import type { Ports } from '../ports.ts';
import type { Env } from '../session/session.ts';

const answer: z.ZodType<Noticeable[]> = z.array(
  z.object({
    software: z.string(),
    needed: z.int().min(1).nullable(),
    enough: z.boolean(),
  }),
);

const noticeableRoute = createRoute({
  method: 'get',
  path: '/noticeable',
  tags: ['incidents'],
  summary: 'By software, whether enough customers use it for an incident to be noticed',
  responses: {
    200: json(answer, 'How many customers must fail in four weeks, and whether as many tried.'),
  },
});

/** Of the customers of everybody, because incidents are found among them all. */
export const incidentRoutes = (ports: Ports) =>
  new OpenAPIHono<Env>({ defaultHook: invalidInput }).openapi(noticeableRoute, async (context) => {
    const { now } = authorized(ports, context, 'list', 'incidents');
    const { database } = ports;
    const all = await database.select({ id: software.id }).from(software).orderBy(software.id);
    const ids = all.map(({ id }) => id);
    return context.json(noticeable(await countedOutcomes(database, now), ids, now), 200);
  });
export type IncidentRoutes = ReturnType<typeof incidentRoutes>;
