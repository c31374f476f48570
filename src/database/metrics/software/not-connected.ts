import { sql } from 'drizzle-orm';
import type { Pursuit } from '../../../journey/metrics/conversion.ts';
import { notConnectedWithin } from '../../../journey/metrics/not-connected.ts';
import type { Database } from '../../database.ts';
import { epoch, type Scope } from '../scope.ts';
import { begunFirst } from './first-attempts.ts';

/**
 * By app, when the first attempts of customers began that did in the period, and when they were first approved with it,
 * if they were. In milliseconds since 1970. One row for those deleted since, and one for the others.
 */
export const begunBySoftware = (database: Database, scope: Scope) => {
  const first = begunFirst(database, scope);
  const { software, isDeleted } = first;
  return database
    .select({
      software,
      isDeleted,
      begunAt: sql<number[]>`json_agg(${epoch(first.startedAt)})`,
      approvedAt: sql<(number | null)[]>`json_agg(${epoch(first.approvedAt)})`,
    })
    .from(first)
    .groupBy(software, isDeleted);
};

type Begun = Awaited<ReturnType<typeof begunBySoftware>>[number];

const hoursBetween = (from: number, to: number): number => (to - from) / 1000 / 3600;

const pursuitsOf = ({ begunAt, approvedAt }: Begun, now: number): Pursuit[] =>
  begunAt.map((begun, index) => {
    const approved = approvedAt[index] ?? null;
    return {
      age: hoursBetween(begun, now),
      reachedAfter: approved === null ? null : hoursBetween(begun, approved),
    };
  });

/** Of one app, the customers who didn’t connect within some days of their first attempt in the period. */
export const notConnectedIn = (rows: readonly Begun[], days: number, now: Scope['now']) => {
  const pursuits = (some: readonly Begun[]) =>
    some.flatMap((row) => pursuitsOf(row, Date.parse(now)));
  const { of, open } = notConnectedWithin(days, pursuits(rows.filter((row) => row.isDeleted)));
  return { ...notConnectedWithin(days, pursuits(rows)), deleted: { of, open } };
};
