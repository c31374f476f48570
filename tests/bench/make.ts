import { toInstant } from '../../src/journey/instant.ts';
import { makeCustomers } from './customers/make.ts';

/** `node tests/bench/make.ts <PostgreSQL URL or directory> <customers> [now]`, to look at one database by hand. */

const [target = '', customers = '10000', now = new Date()] = process.argv.slice(2);
const count = Number(customers);
const startedAt = performance.now();
let filled = 0;

await makeCustomers({
  ...{ target, count, now: toInstant(now) },
  onFilled: (added) => {
    filled += added;
    const seconds = (performance.now() - startedAt) / 1000;
    process.stdout.write(`\r${filled} of ${count} customers, ${Math.round(filled / seconds)}/s  `);
  },
});
process.stdout.write(`\nDone after ${Math.round((performance.now() - startedAt) / 1000)} s.\n`);
