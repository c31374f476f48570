import { Client } from 'pg';
import { vi } from 'vitest';
import { z } from 'zod';

export type Statement = { text: string; values: unknown[] };

const sent = z.object({ text: z.string() });

/** Runs `work` and returns the statements that this process sent to PostgreSQL meanwhile. */
export const statementsOf = async (work: () => Promise<unknown>): Promise<Statement[]> => {
  const query = vi.spyOn(Client.prototype, 'query');
  await work();
  const statements = query.mock.calls.flatMap(([config, values]: unknown[]) => {
    const { data } = sent.safeParse(typeof config === 'string' ? { text: config } : config);
    return data ? [{ ...data, values: Array.isArray(values) ? values : [] }] : [];
  });
  query.mockRestore();
  return statements;
};

const node = z.looseObject({
  'Node Type': z.string(),
  'Relation Name': z.string().optional(),
  'Actual Rows': z.number(),
  'Actual Loops': z.number(),
  'Rows Removed by Filter': z.number().optional(),
  get Plans() {
    return z.array(node).optional();
  },
});
type Node = z.output<typeof node>;
const explained = z.tuple([z.object({ Plan: node })]);

const nodesOf = (plan: Node): Node[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

/** How many rows of tables a statement reads, those that it throws away included. */
const rowsReadBy = async (client: Client, { text, values }: Statement): Promise<number> => {
  const query = { text: `explain (analyze, format json) ${text}`, values };
  const { rows } = await client.query<{ 'QUERY PLAN': unknown }>(query);
  const [{ Plan }] = explained.parse(rows[0]?.['QUERY PLAN']);
  return nodesOf(Plan)
    .filter((one) => one['Relation Name'] !== undefined)
    .map((one) => (one['Actual Rows'] + (one['Rows Removed by Filter'] ?? 0)) * one['Actual Loops'])
    .reduce((sum, rows) => sum + rows, 0);
};

/** How many rows of tables those of the statements read that change nothing. A measure that no busy machine disturbs. */
export const rowsRead = async (url: string, statements: readonly Statement[]): Promise<number> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    let sum = 0;
    for (const statement of statements.filter(({ text }) => /^(select|with)\b/i.test(text)))
      sum += await rowsReadBy(client, statement);
    return sum;
  } finally {
    await client.end();
  }
};
