import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { and, desc, type SQL, sql } from 'drizzle-orm';
import { nameIn } from '../../database/derived-columns.ts';
import { countOf } from '../../database/metrics/scope.ts';
import { customers } from '../../database/schema/index.ts';
import { invalidInput } from '../http/invalid-input.ts';
import { Problem } from '../http/problem.ts';
import { parameter } from '../kit/list-query.ts';
import { NO_TABLE, totalOf } from '../kit/paging/total.ts';
import { type ApiRequest, authorized } from '../kit/request.ts';
import { json } from '../kit/responses.ts';
import { matching } from '../kit/rows.ts';
import type { Ports } from '../ports.ts';
import type { Env } from '../session/session.ts';
import { customersResource } from './resource.ts';

/** More than anyone has views. */
const MOST_FILTERS = 100;

/** The most values of a field that are counted, by name. */
const MOST_VALUES = 100;

const GROUPINGS = [
  ...(['priority', 'stage', 'software', 'assigneeId', 'accountManagerId'] as const),
  'labels',
] as const;
export type Grouping = (typeof GROUPINGS)[number];

const filter = z.record(z.string(), z.unknown());
const count = z.int().min(0);
const tags = ['customers'];

const countsRoute = createRoute({
  method: 'get',
  path: '/api/customers/counts',
  tags,
  summary: 'Count the customers that match each of several filters',
  request: {
    query: z.object({ filters: z.string().optional().openapi({ example: '[{"stuck":true},{}]' }) }),
  },
  responses: {
    200: json(
      z.object({ counts: z.array(count.nullable()) }),
      'One number for each filter, in their order, or that of all customers. Null for a filter that is wrong.',
    ),
  },
});

const groupCount = z.object({ value: z.string().nullable(), count });

const groupsRoute = createRoute({
  method: 'get',
  path: '/api/customers/groups',
  tags,
  summary: 'Count customers by what they can be filtered by',
  request: {
    query: z.object({
      filter: z.string().optional().openapi({ example: '{"stuck":true}' }),
      by: z.string().optional().openapi({ example: '["priority","stage"]' }),
    }),
  },
  responses: {
    200: json(
      z.object({ groups: z.partialRecord(z.enum(GROUPINGS), z.array(groupCount)) }),
      'For each field, how many customers have each value, by the filter without that field.',
    ),
  },
});

type Filter = z.output<typeof filter>;

/** Null for a filter that names something that doesn’t exist, so that one old view doesn’t take the numbers of others. */
const countedBy = (request: ApiRequest, filter: Filter) => {
  try {
    const condition = matching(customersResource, filter, request);
    return { total: totalOf(customersResource, filter, condition, request) };
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
};

/** All numbers in one statement, each read from the index that its filter has. */
const countAll = async (request: ApiRequest, filters: Filter[]): Promise<(number | null)[]> => {
  const { database } = request.ports;
  const counted = filters.map((one) => countedBy(request, one));
  const columns = counted.flatMap((one, index) =>
    one ? [[`at${index}`, one.total] as const] : [],
  );
  if (columns.length === 0) return counted.map(() => null);
  const [row = {}] = await database.select(Object.fromEntries(columns)).from(NO_TABLE);
  return counted.map((_, index) => row[`at${index}`] ?? null);
};

/** Written as the index of those who have tags says it. */
const hasLabels = sql`${customers.labels} <> '{}'`;

/** A customer counts for each of their tags. The most used come first. */
const countLabels = ({ ports: { database } }: ApiRequest, where: SQL | undefined) => {
  const value = sql<string | null>`unnest(${customers.labels})`.as('value');
  return database
    .select({ value, count: countOf() })
    .from(customers)
    .where(and(where, hasLabels))
    .groupBy(value)
    .orderBy(desc(countOf()), value)
    .limit(MOST_VALUES);
};

type Column = Exclude<Grouping, 'labels'>;
type Group = z.output<typeof groupCount>;

/** Counts customers by several fields in one pass, as many thousands may be stuck. Values come by name. */
const countColumns = async (
  { ports: { database } }: ApiRequest,
  fields: Column[],
  where: SQL | undefined,
): Promise<(readonly [Grouping, Group[]])[]> => {
  // Once it is selected, a column with an alias is written as that name.
  const each = fields.map((field) => ({ field, column: sql`${customers[field]}`.as(field) }));
  const columns = Object.fromEntries(each.map(({ field, column }) => [field, column]));
  // By all fields at once first: Citus can’t group rows of several machines by sets.
  const together = database
    .select({ ...columns, count: countOf().as('count') })
    .from(customers)
    .where(where)
    .groupBy(...fields.map((field) => customers[field]))
    .as('together');
  const isOf = each.map(({ field, column }) => sql`when grouping(${column}) = 0 then ${field}`);
  // All but one are null in each row.
  const values = each.map(({ column }) => sql`${column}::text`);
  const orders = each.map(({ field, column }) => {
    const names = customersResource.named?.[field];
    return names ? nameIn(names.table, sql`${column}`) : column;
  });
  const sets = each.map(({ column }) => sql`(${column})`);
  const rows = await database
    .select({
      field: sql<Column>`case ${sql.join(isOf, sql` `)} end`,
      value: sql<string | null>`coalesce(${sql.join(values, sql`, `)})`,
      count: sql`sum(${together.count})`.mapWith(Number),
    })
    .from(together)
    .groupBy(sql`grouping sets (${sql.join(sets, sql`, `)})`)
    .orderBy(...orders);
  const groups = Map.groupBy(rows, ({ field }) => field);
  return fields.map((field) => [
    field,
    (groups.get(field) ?? []).slice(0, MOST_VALUES).map(({ value, count }) => ({ value, count })),
  ]);
};

/** The filter without a field’s own part: the numbers say what choosing another value would show. */
const withoutOwn = (field: Grouping, filter: Filter): Filter =>
  Object.fromEntries(
    Object.entries(filter).filter(([name]) => name !== field && !name.startsWith(`${field}_`)),
  );

/** How many customers have each value of each field. Fields with the same filter are counted together. */
const countBy = async (request: ApiRequest, fields: ReadonlySet<Grouping>, filter: Filter) => {
  const sets = Map.groupBy(fields, (field) => JSON.stringify(withoutOwn(field, filter)));
  const counted = [...sets.values()].map(async (set) => {
    const [first = 'labels'] = set;
    const where = matching(customersResource, withoutOwn(first, filter), request);
    const columns = set.filter((field) => field !== 'labels');
    const [ofColumns, ofLabels] = await Promise.all([
      columns.length > 0 ? countColumns(request, columns, where) : [],
      set.includes('labels') ? countLabels(request, where) : [],
    ]);
    return set.includes('labels') ? [...ofColumns, ['labels', ofLabels] as const] : ofColumns;
  });
  return Object.fromEntries((await Promise.all(counted)).flat());
};

/** Numbers beside the customers’ list: of its views and of its filters. */
export const customerCountRoutes = (ports: Ports) =>
  new OpenAPIHono<Env>({ defaultHook: invalidInput })
    .openapi(countsRoute, async (context) => {
      const request = authorized(ports, context, 'list', 'customers');
      const filters = parameter(
        'filters',
        context.req.valid('query').filters ?? '[{}]',
        z.array(filter).max(MOST_FILTERS),
        `a JSON array of at most ${MOST_FILTERS} filters like [{"stuck":true}]`,
      );
      return context.json({ counts: await countAll(request, filters) }, 200);
    })
    .openapi(groupsRoute, async (context) => {
      const request = authorized(ports, context, 'list', 'customers');
      const query = context.req.valid('query');
      const chosen = parameter(
        'filter',
        query.filter ?? '{}',
        filter,
        'a JSON object like {"stuck":true}',
      );
      const by = parameter(
        'by',
        query.by ?? JSON.stringify(GROUPINGS),
        z.array(z.enum(GROUPINGS)),
        `a JSON array of ${GROUPINGS.join(', ')}`,
      );
      return context.json({ groups: await countBy(request, new Set(by), chosen) }, 200);
    });

export type CustomerCountRoutes = ReturnType<typeof customerCountRoutes>;
