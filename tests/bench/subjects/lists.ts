import { addHours, toInstant } from '../../../src/journey/instant.ts';
import { listPath } from '../../support/api.ts';
import { companyId } from '../customers/profile.ts';
import { ask } from '../measure/ask.ts';
import { growsBy } from '../measure/figures.ts';
import { measureInTurn, type Question } from '../measure/in-turn.ts';
import type { Bench } from '../measure/open.ts';
import { stuckAt } from '../measure/plain-sql.ts';

const ROWS = 25;
const BAR = growsBy(3);

type List = {
  what: string;
  sort?: readonly [field: string, order: 'ASC' | 'DESC'];
  first?: number;
  filter?: object;
  /** The order and the rows in plain SQL. */
  by?: string;
  where?: string;
};

const journeySince = (column: string, since: string): string =>
  `id in (select customer_id from journeys where kind = 'first' and ${column} >= '${since}')`;

const listsOf = ({ now, total }: { now: string; total: number }): List[] => {
  const since = addHours(now, -28 * 24);
  return [
    { what: 'Customers by name, first page' },
    { what: 'Customers by name, page 100', first: 99 * ROWS },
    { what: 'Customers by name, last page', first: Math.floor((total - 1) / ROWS) * ROWS },
    {
      what: 'Customers by when they got stuck, the last first',
      ...{ sort: ['stuckAt', 'DESC'], by: 'stuck_at desc nulls last, id desc' },
    },
    {
      what: 'Customers by account manager',
      sort: ['accountManagerId', 'ASC'],
      by: '(select name from users where users.id = account_manager_id) collate "dictionary", id',
    },
    {
      what: 'Customers connected within 28 days',
      filter: { authorizedAt_gte: since },
      where: journeySince('authorized_at', since),
    },
    {
      what: 'Customers invited within 28 days',
      filter: { enteredAt_gte: since },
      where: journeySince('least(invited_at, first_signal_at)', since),
    },
    {
      what: 'Search: the beginning of a name',
      ...{ filter: { q: 'Ashdown' }, where: `search_text ilike '%ashdown%'` },
    },
    {
      what: 'Search: two words',
      filter: { q: 'ashdown bakery' },
      where: `search_text ilike '%ashdown%' and search_text ilike '%bakery%'`,
    },
    {
      what: 'Search: no hit',
      ...{ filter: { q: 'qqxzz' }, where: `search_text ilike '%qqxzz%'` },
    },
    {
      what: 'Search: an ID',
      ...{ filter: { q: companyId(77) }, where: `search_text ilike '%${companyId(77)}%'` },
    },
    {
      what: 'Stuck queue, as opened',
      ...{ sort: ['priority', 'ASC'], filter: { stuck: true }, where: stuckAt(now) },
      by: 'priority, stuck_at, id',
    },
  ];
};

const question = (
  { admin }: Bench,
  { what, sort = ['name', 'ASC'], first = 0, filter = {}, ...plain }: List,
): Question => {
  const { by = 'name collate "dictionary", id', where = 'true' } = plain;
  const path = listPath('customers', { sort, range: [first, first + ROWS - 1], filter });
  const rows = `from customers where deleted_at is null and ${where}`;
  return {
    what,
    bar: BAR,
    ask: () => ask(admin, path),
    plain: async (client) => {
      await client.query(`select count(*) ${rows}`);
      await client.query(`select * ${rows} order by ${by} limit ${ROWS} offset ${first}`);
    },
  };
};

/** Pages of customers as people look at them: sorted, filtered, searched. */
export const lists = async (bench: Bench) => {
  const total = await bench.admin.total(listPath('customers', { range: [0, 0] }));
  const all = listsOf({ now: toInstant(Date.now()), total });
  return measureInTurn(
    bench,
    all.map((list) => question(bench, list)),
  );
};
