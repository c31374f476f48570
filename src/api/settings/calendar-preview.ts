import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { loadStuckSettings } from '../../database/settings.ts';
import { previewStuck } from '../../database/thresholds/preview.ts';
import { guard } from '../http/guard.ts';
import { invalidInput } from '../http/invalid-input.ts';
import { authorized } from '../kit/request.ts';
import { json } from '../kit/responses.ts';
import type { Ports } from '../ports.ts';
import type { Env } from '../session/session.ts';
import { stuckPreview } from '../stuck-rules/schemas.ts';
import { calendarForms, checkWorkingTime } from './calendar.ts';

/** A list in a query, separated by commas. */
const list = z.string().transform((text) => (text === '' ? [] : text.split(',')));

const query = z
  .strictObject({
    ...calendarForms,
    workingDays: list.transform((days) => days.map(Number)).pipe(calendarForms.workingDays),
    holidays: list.pipe(calendarForms.holidays),
  })
  .partial();

const route = createRoute({
  method: 'get',
  path: '/preview',
  tags: ['workspace-settings'],
  summary: 'Preview the team’s working time: who would be stuck',
  // The role is checked before the query.
  middleware: guard('edit', 'workspace-settings'),
  request: { query },
  responses: { 200: json(stuckPreview, 'What would change.') },
});

/** Previews the team’s working time, for those who may change it. */
export const calendarRoutes = (ports: Ports) =>
  new OpenAPIHono<Env>({ defaultHook: invalidInput }).openapi(route, async (context) => {
    const { now } = authorized(ports, context, 'edit', 'workspace-settings');
    const changes = context.req.valid('query');
    const settings = await loadStuckSettings(ports.database);
    checkWorkingTime(settings.calendar, changes);
    const changed = { ...settings, calendar: { ...settings.calendar, ...changes } };
    return context.json(await previewStuck(ports.database, { settings, changed }, now), 200);
  });

export type CalendarRoutes = ReturnType<typeof calendarRoutes>;
