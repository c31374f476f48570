import { companyId } from '../customers/profile.ts';
import { bodyFor, deliverNew } from '../measure/deliveries.ts';
import { type Bar, type Figure, median } from '../measure/figures.ts';
import type { Bench } from '../measure/open.ts';

const ROUNDS = 40;

/** Customers by their number of events so far. */
const CUSTOMERS = { 10: 100, 1000: 1, '10,000': 2 } as const;

const twiceThatOf = (shortest: number): Bar => ({
  text: 'at most 2 × that with 10 events',
  met: ({ value }) => value <= 2 * shortest,
});

/** What the next webhook of a customer takes, whose history is short or long. In turn. */
export const longHistories = async (bench: Bench): Promise<Figure[]> => {
  const taken = Object.entries(CUSTOMERS).map(([events, number]) => ({
    what: `The next webhook of a customer with ${events} events`,
    id: companyId(number),
    times: [] as number[],
    refused: 0,
  }));
  for (let round = 0; round < ROUNDS; round += 1)
    for (const one of taken) {
      const { status, milliseconds } = await deliverNew(bench.url, bodyFor(one.id, round));
      one.times.push(milliseconds);
      if (status !== 204) one.refused += 1;
    }
  const shortest = median(taken[0]?.times ?? []);
  return taken.map(({ what, times, refused }, index) => ({
    what,
    ...{ unit: 'ms', value: median(times) },
    ...(refused > 0 && { refused }),
    ...(index > 0 && { bar: twiceThatOf(shortest) }),
  }));
};
