import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { and, count, desc, eq, lt, ne, or, type SQL } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { formatNumber } from '../../common/locale.ts';
import { personLabel } from '../../common/person-label.ts';
import { activity, customers, users } from '../../database/schema/index.ts';
import { csvStream, linesOf } from '../http/csv-stream.ts';
import { invalidInput } from '../http/invalid-input.ts';
import { Problem } from '../http/problem.ts';
import { parseListQuery } from '../kit/list-query.ts';
import { type ApiRequest, authorized } from '../kit/request.ts';
import { matching } from '../kit/rows.ts';
import type { Ports } from '../ports.ts';
import type { Env } from '../session/session.ts';
import { recordActivity } from './record-activity.ts';
import { activityResource } from './resource.ts';

/** The most entries in a file. A spreadsheet holds about ten times as many. */
const MOST = 100_000;

/** Entries read at once. */
const BATCH = 1000;

const route = createRoute({
  method: 'get',
  path: '/api/activity.csv',
  tags: ['activity'],
  summary: 'Export activity as CSV',
  request: { query: z.object({ filter: z.string().optional() }) },
  responses: {
    200: {
      content: { 'text/csv': { schema: z.string() } },
      description: `The entries that match, the newest first, at most ${MOST}.`,
    },
  },
});

const entries = ({ ports: { database } }: ApiRequest) =>
  database
    .select({ entry: activity, person: users, customer: customers.name })
    .from(activity)
    .leftJoin(users, eq(users.id, activity.actorId))
    .leftJoin(customers, eq(customers.id, activity.customerId));

type Entry = Awaited<ReturnType<typeof entries>>[number];

const COLUMNS: Record<string, (entry: Entry) => string | null> = {
  Time: ({ entry }) => entry.at,
  'Done by': ({ entry }) => entry.actorKind,
  Name: ({ person }) => person && personLabel(person),
  'User ID': ({ entry }) => entry.actorId,
  Address: ({ entry }) => entry.address,
  Action: ({ entry }) => entry.action,
  Resource: ({ entry }) => entry.resource,
  'Record ID': ({ entry }) => entry.recordId,
  'Customer ID': ({ entry }) => entry.customerId,
  Customer: ({ customer }) => customer,
  Before: ({ entry }) => entry.before && JSON.stringify(entry.before),
  Details: ({ entry }) => JSON.stringify(entry.details),
};

/** Entries that match, from the newest to the oldest, batch by batch. */
async function* batches(request: ApiRequest, where: SQL | undefined) {
  let after: SQL | undefined;
  for (;;) {
    const rows = await entries(request)
      .where(and(where, after))
      .orderBy(desc(activity.at), desc(activity.id))
      .limit(BATCH);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1)?.entry;
    if (!last || rows.length < BATCH) return;
    const { at, id } = last;
    after = or(lt(activity.at, at), and(eq(activity.at, at), lt(activity.id, id)));
  }
}

/** @throws Problem 422 for more entries than a file holds */
const countEntries = async ({ ports }: ApiRequest, where: SQL | undefined): Promise<number> => {
  const [counted] = await ports.database.select({ rows: count() }).from(activity).where(where);
  const rows = counted?.rows ?? 0;
  if (rows > MOST)
    throw new Problem(
      422,
      `${formatNumber(rows)} entries match, and a file holds at most ${formatNumber(MOST)}. Choose a shorter period.`,
    );
  return rows;
};

/** Exports the entries that a person may see as a file for spreadsheets, and records that. */
export const activityCsvRoutes = (ports: Ports): OpenAPIHono<Env> =>
  new OpenAPIHono<Env>({ defaultHook: invalidInput }).openapi(route, async (context) => {
    const request = authorized(ports, context, 'list', 'activity');
    const { filter } = parseListQuery(context.req.valid('query'), activityResource.defaultSort);
    const where = matching(activityResource, filter, request);
    const rows = await countEntries(request, where);
    context.header('content-type', 'text/csv; charset=utf-8');
    context.header('content-disposition', 'attachment; filename="unstuck-activity.csv"');
    if (context.req.method === 'HEAD') return context.body(null);
    const id = uuidv7();
    await recordActivity(request, {
      ...{ id, resource: 'activity', action: 'export', recordId: '' },
      details: { filter, rows },
    });
    return context.body(
      csvStream(async (send) => {
        const found = batches(request, and(where, ne(activity.id, id)));
        for await (const lines of linesOf(COLUMNS, found)) await send(lines);
      }),
    );
  });
