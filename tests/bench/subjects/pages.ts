import { METRICS } from '../../../src/api/metrics/routes.ts';
import { listPath } from '../../support/api.ts';
import { companyId } from '../customers/profile.ts';
import { ask, askAll } from '../measure/ask.ts';
import { atMost, growsBy } from '../measure/figures.ts';
import { measureInTurn, type Question } from '../measure/in-turn.ts';
import type { Bench } from '../measure/open.ts';
import { stuckAt } from '../measure/plain-sql.ts';

const metric = (name: keyof typeof METRICS): string => `/api/metrics/${name}`;

const FIRST = { sort: ['id', 'ASC'], range: [0, 0] };
const MENU = listPath('customers', { ...FIRST, filter: { stuck: true } });
const QUEUE_VIEWS = [
  { stuck: true },
  { stuck: true, assigneeId: 'manager-001' },
  { stuck: true, assigneeId: null },
  { waiting: true },
];
const countsOf = (filters: object[]): string =>
  `/api/customers/counts?${new URLSearchParams({ filters: JSON.stringify(filters) })}`;
const GROUPS = `/api/customers/groups?${new URLSearchParams({ filter: '{"stuck":true}' })}`;

const all = (resource: string, filter: object = {}): string =>
  listPath(resource, { sort: ['id', 'ASC'], range: [0, 99], filter });
const INCIDENTS = all('incidents', { open: true });

/** All that the Overview asks for when it opens. */
const OVERVIEW = [
  ...(['overview', 'curve', 'weekly', 'marks', 'funnel', 'managers'] as const).map(metric),
  ...(['software', 'actions', 'dropoff'] as const).map(metric),
  ...[all('software'), all('users'), INCIDENTS, MENU],
  countsOf(QUEUE_VIEWS.slice(0, 3)),
];

/** All that the page of a customer asks for. */
const customerPage = (customerId: string): string[] => [
  `/api/customers/${customerId}`,
  `/api/journeys/${encodeURIComponent(`${customerId}:0`)}`,
  ...[
    'attempts',
    'events',
    'notes',
    'emails',
    'activity',
    'links',
    'raised-cases',
    'codat-checks',
  ].map((resource) => listPath(resource, { range: [0, 49], filter: { customerId } })),
  listPath('customers', { range: [0, 99], filter: { parentId: customerId } }),
  listPath('presence', { range: [0, 99], filter: { customerId } }),
  ...['/api/workspace-settings/workspace', MENU, INCIDENTS],
];

const questions = ({ admin, agents }: Bench): Question[] => {
  const [agent = admin] = agents;
  const customerId = companyId(100);
  const tab = crypto.randomUUID();
  return [
    {
      what: 'Count in the menu',
      bar: growsBy(3),
      ask: () => ask(admin, MENU),
      plain: (client) =>
        client.query(
          `select count(*) from customers where deleted_at is null and ${stuckAt('now')}`,
        ),
    },
    {
      what: 'Counts of the queue’s views',
      bar: growsBy(3),
      ask: () => ask(admin, countsOf(QUEUE_VIEWS)),
    },
    { what: 'Counts of the queue’s filters', bar: growsBy(3), ask: () => ask(admin, GROUPS) },
    {
      what: 'Overview page, all its requests',
      bar: atMost(150, 'ms'),
      ask: () => askAll(admin, OVERVIEW),
    },
    {
      what: 'Overview page, until it has its last numbers',
      bar: atMost(150, 'ms'),
      // As the dashboard asks at first.
      ask: () => askAll(admin, OVERVIEW, { 'cache-control': 'max-stale=3600' }),
    },
    {
      what: 'A customer’s page, all its requests',
      bar: growsBy(3),
      ask: () => askAll(admin, customerPage(customerId)),
      plain: (client) =>
        client.query(
          'select * from customers join events on customer_id = customers.id where customers.id = $1',
          [customerId],
        ),
    },
    {
      what: 'Next case',
      bar: growsBy(3),
      ask: () => agent.post('/api/next-case', { tab }),
    },
    ...Object.keys(METRICS).map((name) => ({
      what: `Metric: ${name}`,
      bar: growsBy(3),
      ask: () => ask(admin, `/api/metrics/${name}`),
    })),
  ];
};

/** What pages ask for: counts, metrics, and all of a page’s requests at once. */
export const pages = (bench: Bench) => measureInTurn(bench, questions(bench));
