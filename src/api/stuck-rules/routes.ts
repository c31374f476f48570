import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { eq } from 'drizzle-orm';
import { customers, recalculations } from '../../database/schema/index.ts';
import { loadStuckSettings } from '../../database/settings.ts';
import { type ObservedTimes, observedTimes } from '../../database/thresholds/observed-times.ts';
import { previewStuck } from '../../database/thresholds/preview.ts';
import type { StuckSettings } from '../../journey/stuck.ts';
import { guard } from '../http/guard.ts';
import { invalidInput } from '../http/invalid-input.ts';
import { authorized } from '../kit/request.ts';
import { idParameter, json } from '../kit/responses.ts';
import { findRow } from '../kit/rows.ts';
import type { Ports } from '../ports.ts';
import type { Env } from '../session/session.ts';
import { remember } from './remember.ts';
import { hours, stuckRulesResource } from './resource.ts';
import { recalculation, rulePreview } from './schemas.ts';

const hoursParameter = z.string().transform(Number).pipe(hours);

const query = z.strictObject({
  hours: hoursParameter.optional().openapi({ description: 'The stored ones if omitted.' }),
  onPremiseHours: z
    .union([z.literal('').transform(() => null), hoursParameter])
    .optional()
    .openapi({ description: 'Empty for none. The stored ones if omitted.' }),
  workingTime: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional()
    .openapi({
      description: 'Whether the hours are of the team’s working time. As stored if omitted.',
    }),
});

const previewRoute = createRoute({
  method: 'get',
  path: '/{id}/preview',
  tags: ['stuck-rules'],
  summary: 'Preview a threshold: who would be stuck, and how long customers take to go on',
  // The role is checked before the query.
  middleware: guard('edit', 'stuck-rules'),
  request: { params: idParameter, query },
  responses: { 200: json(rulePreview, 'What would change, and what was observed.') },
});

const recalculationRoute = createRoute({
  method: 'get',
  path: '/recalculation',
  tags: ['stuck-rules'],
  summary: 'How far the last change of thresholds has reached customers',
  responses: { 200: json(recalculation, 'The progress.') },
});

/** Previews thresholds, for those who may change them, and says how far a change has come. */
export const stuckRuleRoutes = (ports: Ports) => {
  const remembered = remember<ObservedTimes>(() => Date.parse(ports.now()));
  return new OpenAPIHono<Env>({ defaultHook: invalidInput })
    .openapi(recalculationRoute, async (context) => {
      authorized(ports, context, 'show', 'stuck-rules');
      const [last] = await ports.database.select().from(recalculations);
      const finished = !last || last.finishedAt !== null;
      const done = finished ? 1 : Math.min(1, last.done / Math.max(1, last.total));
      return context.json({ finished, done }, 200);
    })
    .openapi(previewRoute, async (context) => {
      const request = authorized(ports, context, 'edit', 'stuck-rules');
      const { id } = await findRow(stuckRulesResource, context.req.valid('param').id, request);
      const settings = await loadStuckSettings(ports.database);
      const threshold = { ...settings.thresholds[id], ...context.req.valid('query') };
      const changed: StuckSettings = {
        ...settings,
        thresholds: { ...settings.thresholds, [id]: threshold },
      };
      const condition = eq(customers.stuckReason, id);
      const [preview, times] = await Promise.all([
        previewStuck(ports.database, { condition, settings, changed }, request.now),
        remembered(JSON.stringify([id, changed]), () =>
          observedTimes(ports.database, id, changed, request.now),
        ),
      ]);
      return context.json({ ...preview, ...times }, 200);
    });
};

export type StuckRuleRoutes = ReturnType<typeof stuckRuleRoutes>;
