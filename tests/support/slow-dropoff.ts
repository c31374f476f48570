import type { Instant } from '../../src/journey/instant.ts';
import { rate } from '../../src/journey/metrics/rate.ts';
import { complexityIn, isConnected, isRipe } from './slow-managers.ts';
import { begun, type Entered, type Filters, isLeftOut, type World } from './slow-metrics.ts';
import { believable, pOf } from './slow-tests.ts';

/** Test support: what goes with drop-off, worked out a second time from the events. */

/** All that is known of a customer, as `[name, value]`. */
const attributesOf = (world: World, { history, journey }: Entered): [string, string | null][] => {
  const { accountManager, profile, sent } = history;
  const software = journey.software ?? '';
  const invitation = sent.find(({ occurredAt }) => occurredAt === journey.times[1]);
  const labels = Array.isArray(profile.labels) ? profile.labels : [];
  return [
    ['software', software],
    ['complexity', complexityIn(world, software)],
    ['accountManagerId', accountManager],
    ['channel', invitation?.data.channel ?? null],
    ['invitedById', invitation?.actorId ?? null],
    ...labels.map((label): [string, string] => ['label', label]),
    ...Object.entries(profile.tags ?? {}).map(([key, value]): [string, string] => [
      'tag',
      `${key}: ${value}`,
    ]),
    ...(typeof profile.parentId === 'string' ? [['subsidiary', 'yes'] as [string, string]] : []),
  ];
};

type Table = [a: number, b: number, c: number, d: number];

/** The common odds ratio of some tables, with its interval and p. */
const oddsOf = (tables: Table[]) => {
  const add = (term: (table: Table, n: number) => number) =>
    tables.reduce((sum, table) => sum + term(table, table[0] + table[1] + table[2] + table[3]), 0);
  const r = add(([a, , , d], n) => (a * d) / n);
  const s = add(([, b, c], n) => (b * c) / n);
  const agree = ([a, , , d]: Table, n: number) => (a + d) / n;
  const agreeing = add((table, n) => (agree(table, n) * table[0] * table[3]) / n);
  const mixed = add(
    (table, n) =>
      (agree(table, n) * table[1] * table[2] + (1 - agree(table, n)) * table[0] * table[3]) / n,
  );
  const disagreeing = add((table, n) => ((1 - agree(table, n)) * table[1] * table[2]) / n);
  const error = Math.sqrt(agreeing / (2 * r * r) + mixed / (2 * r * s) + disagreeing / (2 * s * s));
  const log = Math.log(r) - Math.log(s);
  const z = 1.959964;
  return {
    isFinite: r > 0 && s > 0,
    ratio: r / s,
    low: Math.exp(log - z * error),
    high: Math.exp(log + z * error),
    p: pOf(Math.abs(log) / error),
  };
};

export const slowDropoff = (world: World, filters: Filters, now: Instant, days: number) => {
  const customers = begun(world, filters).filter(
    (one) =>
      isRipe(one, now, days) &&
      !isLeftOut(one.journey) &&
      !one.history.deleted &&
      one.journey.software !== null,
  );
  const connected = (some: Entered[]) => some.filter((one) => isConnected(one, days)).length;
  const rateOf = (some: Entered[]) => rate(connected(some), some.length);
  const known = new Map(customers.map((one) => [one, attributesOf(world, one)]));
  const all = new Map(
    [...known.values()].flat().map(([name, value]) => [`${name} ${value}`, { name, value }]),
  );
  const tested = [...all.values()].flatMap(({ name, value }) => {
    const has = (one: Entered) =>
      known.get(one)?.some(([its, held]) => its === name && held === value) ?? false;
    const [own, others] = [customers.filter(has), customers.filter((one) => !has(one))];
    if (own.length < 20 || others.length < 20) return [];
    const adjusted = name !== 'software' && name !== 'complexity';
    const strata = adjusted
      ? [...new Set(customers.map(({ journey }) => journey.software))]
      : [null];
    const tables = strata.flatMap((software): Table[] => {
      const among = (some: Entered[]) =>
        some.filter(({ journey }) => software === null || journey.software === software);
      const [mine, theirs] = [among(own), among(others)];
      const [a, c] = [connected(mine), connected(theirs)];
      return mine.length > 0 && theirs.length > 0
        ? [[a, mine.length - a, c, theirs.length - c]]
        : [];
    });
    if (tables.length === 0) return [];
    const plain = oddsOf(tables);
    const { isFinite: _, ...odds } = plain.isFinite
      ? plain
      : oddsOf(tables.map(([a, b, c, d]) => [a + 0.5, b + 0.5, c + 0.5, d + 0.5]));
    return [{ name, value, adjusted, ...odds, with: rateOf(own), without: rateOf(others) }];
  });
  const believed = believable(tested.map(({ p }) => p));
  return {
    all: { count: connected(customers), of: customers.length },
    tested: tested.length,
    found: tested.filter((_, index) => believed[index]).sort((a, b) => a.ratio - b.ratio),
  };
};
