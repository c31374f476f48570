import { setTimeout } from 'node:timers/promises';
import type { Client } from 'pg';
import { type Bar, type Figure, median } from './figures.ts';
import type { Bench } from './open.ts';

/** Servers may share an answer for a second. Nobody profits from what was read in the round before. */
const ROUND_MS = 1200;

export type Question = {
  what: string;
  /** Asks the product. @throws when it refuses */
  ask: () => Promise<unknown>;
  /** The same in plain SQL. */
  plain?: (client: Client) => Promise<unknown>;
  bar?: Bar;
};

const timed = async (work: () => Promise<unknown>) => {
  const startedAt = performance.now();
  const refused = await work().then(
    () => false,
    () => true,
  );
  return { milliseconds: performance.now() - startedAt, refused };
};

/** Statements for requests of people, not those of jobs. */
const statementsOf = async ({ probe }: Bench): Promise<number> =>
  (await probe()).statements.screens ?? 0;

/** Asks all questions one after the other, each beside its plain SQL, round by round. Yields the medians. */
export const measureInTurn = async (
  bench: Bench,
  questions: readonly Question[],
): Promise<Figure[]> => {
  const taken = questions.map(() => ({
    product: [] as number[],
    plain: [] as number[],
    statements: [] as number[],
    refused: 0,
  }));
  // The first round only warms up.
  for (let round = 0; round <= bench.rounds; round += 1) {
    const pause = setTimeout(ROUND_MS);
    for (const [index, { ask, plain }] of questions.entries()) {
      const before = await statementsOf(bench);
      const product = await timed(ask);
      const statements = (await statementsOf(bench)) - before;
      const { plain: client } = bench;
      const sql = plain && client && (await timed(() => plain(client)));
      const all = taken[index];
      if (round === 0 || !all) continue;
      all.product.push(product.milliseconds);
      all.statements.push(statements);
      all.refused += Number(product.refused);
      if (sql) all.plain.push(sql.milliseconds);
    }
    await pause;
  }
  return questions.map(({ what, bar }, index) => {
    const { product = [], plain = [], statements = [], refused = 0 } = taken[index] ?? {};
    return {
      what,
      ...{ unit: 'ms', value: median(product) },
      ...(bench.plain && { statements: median(statements) }),
      ...(plain.length > 0 && { plain: median(plain) }),
      ...(refused > 0 && { refused }),
      ...(bar && { bar }),
    };
  });
};
