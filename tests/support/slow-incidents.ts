import type { Instant } from '../../src/journey/instant.ts';
import type { History } from './slow-history.ts';
import { later } from './slow-history.ts';
import { isLeftOut } from './slow-metrics.ts';

/** Test support: finds incidents a second time, from the customers’ histories, by looking at all of them each time. */

const DAY = 24;

type Ended = { software: string; customer: string; at: Instant; failed: boolean };

const endedBy = (histories: readonly History[], now: Instant): Ended[] =>
  histories.flatMap(({ id, tries }) =>
    tries.flatMap(({ software, end, journey }) =>
      software && end?.at && end.at <= now && end.how !== 'abandoned' && !isLeftOut(journey)
        ? [{ software, customer: id, at: end.at, failed: end.how === 'failed' }]
        : [],
    ),
  );

/** Without those of a customer who did the same less than a day before. */
const counting = (all: readonly Ended[]): Ended[] =>
  all.filter(
    (one) =>
      !all.some(
        (other) =>
          other.customer === one.customer &&
          other.software === one.software &&
          other.at < one.at &&
          other.at > later(one.at, -DAY),
      ),
  );

const tally = (some: readonly Ended[]) => ({
  failed: some.filter(({ failed }) => failed).length,
  of: some.length,
});

/** What was usual at a moment. Null if fewer than 20 customers tell. */
const usualAt = (counted: readonly Ended[], software: string, at: Instant) => {
  const [from, to] = [later(at, -35 * DAY), later(at, -7 * DAY)];
  const before = counted.filter((one) => from <= one.at && one.at < to);
  const all = tally(before);
  if (all.of < 20) return null;
  const own = tally(before.filter((one) => one.software === software));
  const overall = (all.failed + 0.5) / (all.of + 1);
  return {
    own,
    share: (own.failed + 10 * overall) / (own.of + 10),
    limit: Math.log(2 * Math.max(25, all.of / 4)),
  };
};

export type SlowIncident = {
  software: string;
  startedAt: Instant;
  detectedAt: Instant;
  endedAt: Instant | null;
  usualShare: number;
  usualFailed: number;
  usualOf: number;
};

const ofSoftware = (counted: readonly Ended[], software: string, now: Instant): SlowIncident[] => {
  const incidents: SlowIncident[] = [];
  let [sum, since, lastFailure] = [0, '', ''];
  let failed: string[] = [];
  let lasting: SlowIncident | null = null;
  const endIfQuiet = (at: Instant) => {
    if (!lasting || later(lastFailure, 7 * DAY) > at) return;
    lasting.endedAt = later(lastFailure, 7 * DAY);
    [sum, failed, lasting] = [0, [], null];
  };
  const own = counted.filter((one) => one.software === software && one.at >= later(now, -28 * DAY));
  for (const one of own.sort((a, b) => (a.at < b.at ? -1 : 1))) {
    const usual = usualAt(counted, software, one.at);
    if (!usual) continue;
    endIfQuiet(one.at);
    if (sum === 0) since = one.at;
    if (one.failed) lastFailure = one.at;
    if (failed.includes(one.customer)) continue;
    // With four times the odds, the likelihood of an approval shrinks by this factor, and that of a failure grows by 4 of it.
    const factor = 1 / (1 + 3 * usual.share);
    sum = Math.min(usual.limit, sum + Math.log(one.failed ? 4 * factor : factor));
    if (sum <= 0) {
      if (lasting) lasting.endedAt = one.at;
      [sum, failed, lasting] = [0, [], null];
      continue;
    }
    if (!one.failed) continue;
    failed = [...failed, one.customer];
    if (lasting || sum < usual.limit || failed.length < 3) continue;
    lasting = {
      ...{ software, startedAt: since, detectedAt: one.at, endedAt: null },
      ...{ usualShare: usual.share, usualFailed: usual.own.failed, usualOf: usual.own.of },
    };
    incidents.push(lasting);
  }
  endIfQuiet(now);
  return incidents;
};

/** All incidents of the last four weeks. */
export const slowIncidents = (histories: readonly History[], now: Instant): SlowIncident[] => {
  const counted = counting(endedBy(histories, now));
  const names = [...new Set(counted.map(({ software }) => software))];
  return names.flatMap((software) => ofSoftware(counted, software, now));
};

/** Who failed while it lasted, and everybody who failed or was approved, each once. */
export const slowEvidence = (
  histories: readonly History[],
  { software, startedAt, endedAt }: Pick<SlowIncident, 'software' | 'startedAt' | 'endedAt'>,
  now: Instant,
) => {
  const during = endedBy(histories, now).filter(
    (one) => one.software === software && startedAt <= one.at && one.at <= (endedAt ?? now),
  );
  const customers = (some: readonly Ended[]) => new Set(some.map(({ customer }) => customer));
  const failed = customers(during.filter((one) => one.failed));
  const gone = histories.filter(({ id, deleted }) => deleted && failed.has(id));
  return { failed: failed.size, of: customers(during).size, deleted: gone.length };
};
