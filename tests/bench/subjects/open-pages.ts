import { listPath } from '../../support/api.ts';
import { deliverSteadily } from '../measure/deliveries.ts';
import { atMost, type Figure, quantile } from '../measure/figures.ts';
import type { Bench } from '../measure/open.ts';
import { openPage, type Read } from '../measure/page.ts';

const PAGES = 200;
const SECONDS = 20;

const list = (filter: object, last: number): Read => {
  const query = { sort: ['priority', 'ASC'], range: [0, last], filter };
  return { queryKey: ['customers', 'getList', query], path: listPath('customers', query) };
};
const named = (name: 'counts' | 'groups', value: object): Read => {
  const key = name === 'counts' ? 'filters' : 'filter';
  const query = new URLSearchParams({ [key]: JSON.stringify(value) });
  return { queryKey: ['customers', name, value], path: `/api/customers/${name}?${query}` };
};

/** What the page of the queue reads: its rows, the numbers of its views and filters, and those of the menu. */
const QUEUE: Read[] = [
  list({ stuck: true }, 24),
  list({ stuck: true }, 0),
  named('counts', [{ stuck: true }, { stuck: true, assigneeId: null }, { waiting: true }]),
  named('groups', { stuck: true }),
];

type Pages = Awaited<ReturnType<typeof openPage>>[];

const readsOf = (pages: Pages): number => pages.reduce((sum, { counts }) => sum + counts.reads, 0);

const underLoad = async (
  { url, probe }: Bench,
  pages: Pages,
  perSecond: number,
): Promise<Figure[]> => {
  const read = readsOf(pages);
  const before = await probe();
  const startedAt = performance.now();
  const answers = await deliverSteadily(url, { perSecond, seconds: SECONDS });
  const seconds = (performance.now() - startedAt) / 1000;
  const cpu = ((await probe()).cpu - before.cpu) / seconds;
  const taken = answers.map(({ milliseconds }) => milliseconds);
  const failed = answers.filter(({ status }) => status !== 204).length;
  const what = `${PAGES} open queues, ${perSecond} ${perSecond === 1 ? 'webhook' : 'webhooks'} a second`;
  return [
    {
      what: `${what}: 99% acknowledged within`,
      unit: 'ms',
      value: quantile(taken, 0.99),
      bar: atMost(100, 'ms'),
    },
    { what: `${what}: failed`, unit: 'failed', value: failed, bar: atMost(0, 'failed') },
    {
      what: `${what}: reads`,
      ...{ unit: 'per second', value: (readsOf(pages) - read) / seconds },
    },
    {
      what: `${what}: the server computes`,
      unit: 'cores',
      value: cpu,
      ...(perSecond > 1 && { bar: atMost(0.5, 'cores') }),
    },
  ];
};

/** What open pages that read again at each change cost webhooks, and the server. */
export const openPages = async (bench: Bench): Promise<Figure[]> => {
  const { agents, url } = bench;
  const pages = await Promise.all(
    Array.from({ length: PAGES }, (_, number) =>
      openPage(url, agents[number % agents.length] ?? bench.admin, QUEUE),
    ),
  );
  const figures = [...(await underLoad(bench, pages, 1)), ...(await underLoad(bench, pages, 50))];
  await Promise.all(pages.map((page) => page.close()));
  const failed = pages.reduce((sum, { counts }) => sum + counts.failed, 0);
  return [
    ...figures,
    {
      what: `${PAGES} open queues: reads that failed`,
      unit: 'failed',
      value: failed,
      bar: atMost(0, 'failed'),
    },
  ];
};
