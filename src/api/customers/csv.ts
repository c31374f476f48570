import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { sql } from 'drizzle-orm';
import { compress } from 'hono/compress';
import { readByCursor } from '../../database/cursor.ts';
import type { Database, Transaction } from '../../database/database.ts';
import { isoText, isStuckAt } from '../../database/derived-columns.ts';
import { customers, software, users } from '../../database/schema/index.ts';
import { recordExport } from '../activity/record-reads.ts';
import { csvStream, linesOf } from '../http/csv-stream.ts';
import { invalidInput } from '../http/invalid-input.ts';
import { Problem } from '../http/problem.ts';
import { type ListQuery, parseListQuery } from '../kit/list-query.ts';
import { type ApiRequest, authorized } from '../kit/request.ts';
import { blameFilter, matching, sorted } from '../kit/rows.ts';
import type { Ports } from '../ports.ts';
import type { Env } from '../session/session.ts';
import { columnsOf, exportedCustomer, type Names } from './csv-columns.ts';
import { customersResource } from './resource.ts';

const route = createRoute({
  method: 'get',
  path: '/api/customers.csv',
  tags: ['customers'],
  summary: 'Export customers as CSV',
  request: {
    query: z.object({
      sort: z.string().optional().openapi({ example: '["name","ASC"]' }),
      filter: z.string().optional().openapi({ example: '{"stage":"invited"}' }),
    }),
  },
  responses: {
    200: {
      content: { 'text/csv': { schema: z.string() } },
      description:
        'All customers that match, as they were at that moment. Content-Range says how many. The connection breaks if ' +
        'not all can be sent, or if nothing is read for 15 seconds.',
    },
  },
});

const HEADERS = {
  'content-type': 'text/csv; charset=utf-8',
  'content-disposition': 'attachment; filename="unstuck-customers.csv"',
};

const select = (database: Database | Transaction, { now }: ApiRequest) =>
  database
    .select({
      id: customers.id,
      name: customers.name,
      stage: customers.stage,
      software: customers.software,
      stuck: isStuckAt(now).as('stuck'),
      stuckReason: sql`${customers.stuckReason}`.as('stuckReason'),
      failureReason: sql`${customers.failureReason}`.as('failureReason'),
      stuckAt: isoText(customers.stuckAt).as('stuckAt'),
      accountManagerId: sql`${customers.accountManagerId}`.as('accountManagerId'),
      lastActivityAt: isoText(customers.lastActivityAt).as('lastActivityAt'),
      contactName: sql`${customers.contactName}`.as('contactName'),
      contactEmail: sql`${customers.contactEmail}`.as('contactEmail'),
      contactPhone: sql`${customers.contactPhone}`.as('contactPhone'),
    })
    .from(customers);

const loadNames = async (database: Database | Transaction): Promise<Names> => {
  const packages = await database.select({ id: software.id, name: software.name }).from(software);
  const people = await database.select({ id: users.id, name: users.name }).from(users);
  return new Map([...packages, ...people].map(({ id, name }) => [id, name]));
};

/** Writes the file in one reading of the database, and says beforehand how many rows it has. */
const writeFile = async (
  request: ApiRequest,
  query: ListQuery,
  onCounted: (rows: number) => void,
  send: (text: string) => Promise<void>,
): Promise<void> => {
  const { exports, embedded } = request.ports;
  const where = matching(customersResource, query.filter, request);
  const order = sorted(customersResource, query, request);
  const write = async (database: Database | Transaction) => {
    onCounted(await database.$count(customers, where).catch(blameFilter));
    const rows = select(database, request)
      .where(where)
      .orderBy(...order);
    const batches = readByCursor(database, rows, exportedCustomer);
    const columns = columnsOf(await loadNames(database));
    for await (const lines of linesOf(columns, batches)) await send(lines);
  };
  // The embedded database answers nobody else during a transaction.
  if (embedded) await write(exports);
  else
    await exports.transaction(write, {
      isolationLevel: 'repeatable read',
      accessMode: 'read only',
    });
};

/** Exports the customers that a person may see as a file for spreadsheets and the contact import, and records that. */
export const customersCsvRoutes = (ports: Ports): OpenAPIHono<Env> => {
  const routes = new OpenAPIHono<Env>({ defaultHook: invalidInput });
  routes.use('/api/customers.csv', compress());
  return routes.openapi(route, async (context) => {
    const request = authorized(ports, context, 'list', 'customers');
    const query = parseListQuery(context.req.valid('query'), customersResource.defaultSort);
    if (context.req.method === 'HEAD') return context.body(null, 200, HEADERS);
    const counted = Promise.withResolvers<number>();
    const file = csvStream((send) =>
      writeFile(request, query, counted.resolve, send).catch((error: unknown) => {
        counted.reject(error);
        if (!(error instanceof Problem)) ports.log.info({ err: error }, 'export broke off');
        throw error;
      }),
    );
    const rows = await counted.promise;
    await recordExport(request, 'customers', { ...query, range: null }, rows);
    const range = rows > 0 ? `0-${rows - 1}` : '*';
    return context.body(file, 200, { ...HEADERS, 'content-range': `customers ${range}/${rows}` });
  });
};
