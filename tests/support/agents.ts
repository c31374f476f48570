import { setTimeout } from 'node:timers/promises';
import type { CustomerRecord } from '../../src/api/customers/resource.ts';
import type { Metric } from '../../src/api/metrics/routes.ts';
import { type Session, sessionAt } from './sign-in.ts';

const PASSWORD = 'correct horse battery';
/** How often a page reloads what it shows while customers move. */
const ROUND_MS = 2000;
/** An agent changes something in one of so many rounds. */
const ROUNDS_PER_CHANGE = 5;
/** The most records that the API returns at once. */
const EXPORT_PAGE = 1000;
const DAY_MS = 86_400_000;
/** The longest period that metrics cover. */
const LONGEST_DAYS = 3 * 365;
const REPORTED: Metric[] = ['overview', 'funnel', 'software', 'weekly', 'reasons'];

type Ask = { filter?: object; sort?: [field: string, order: 'ASC' | 'DESC']; range?: number[] };

/** A list as react-admin asks for it. */
const list = (
  resource: string,
  { filter = {}, sort = ['createdAt', 'DESC'], range = [0, 49] }: Ask,
): string =>
  `/api/${resource}?${new URLSearchParams(
    Object.entries({ filter, sort, range }).map(([name, value]) => [name, JSON.stringify(value)]),
  )}`;

const QUEUE = list('customers', {
  filter: { stuck: true },
  sort: ['priority', 'ASC'],
  range: [0, 24],
});

/** What a customer’s page shows. */
const pageOf = ({ id, journeyId }: CustomerRecord): string[] => {
  const filter = { customerId: id };
  return [
    `/api/customers/${id}`,
    `/api/journeys/${journeyId}`,
    list('attempts', { filter, sort: ['startedAt', 'DESC'] }),
    list('events', { filter, sort: ['occurredAt', 'DESC'] }),
    list('notes', { filter }),
    list('emails', { filter }),
    list('links', { filter }),
    list('customers', { filter: { parentId: id }, sort: ['name', 'ASC'] }),
  ];
};

export type Asked = 'queue' | 'page' | 'change' | 'report';

/** Someone who is signed in. */
type Person = { id: string; session: Session };

/** Adds agents to a running server and signs them in. */
export const hireAgents = async (admin: Session, url: string, count: number): Promise<Person[]> => {
  const people: Person[] = [];
  for (let number = 0; number < count; number += 1) {
    const email = `agent-${number}@acme.example`;
    const person = { name: `Agent ${number}`, email, role: 'agent', password: PASSWORD };
    const { id } = await (await admin.post('/api/users', person)).json();
    people.push({ id, session: await sessionAt(url, { email, password: PASSWORD }) });
  }
  return people;
};

type Options = {
  agents: readonly Person[];
  admin: Session;
  /** A status of 0 stands for no answer. */
  onAnswer: (asked: Asked, status: number, milliseconds: number) => void;
};

/**
 * Lets agents follow changes, reload the queue, open customers and change some. Meanwhile an admin computes metrics
 * over all time and exports all customers, again and again. Until stopped.
 */
export const startWork = ({ agents, admin, onAnswer }: Options) => {
  const stopping = new AbortController();
  const { signal } = stopping;

  /** Returns the body, or null if there was no answer. */
  const timed = async (asked: Asked, request: () => Promise<Response>) => {
    const askedAt = performance.now();
    const response = await request().catch(() => null);
    const body = await response?.json().catch(() => null);
    onAnswer(asked, response?.status ?? 0, performance.now() - askedAt);
    return body ?? null;
  };

  const change = async ({ id: assigneeId, session }: Person, { id }: CustomerRecord) => {
    const note = { customerId: id, text: 'Called. They try again tomorrow.' };
    await timed('change', () => session.post('/api/notes', note));
    await timed('change', () => session.put(`/api/customers/${id}`, { assigneeId }));
  };

  const work = async (agent: Person, index: number) => {
    const { session } = agent;
    const stream = await session.get('/api/stream').catch(() => null);
    stream?.body?.pipeTo(new WritableStream(), { signal }).catch(() => {});
    await setTimeout((index * ROUND_MS) / agents.length);
    for (let round = index; !signal.aborted; round += 1) {
      const pause = setTimeout(ROUND_MS);
      const [queue] = await Promise.all([
        timed('queue', () => session.get(QUEUE)),
        timed('page', () => session.get('/api/metrics/queue')),
      ]);
      const customer: CustomerRecord | undefined = queue?.[(7 * round) % queue.length];
      if (customer) {
        await Promise.all(pageOf(customer).map((path) => timed('page', () => session.get(path))));
        if (round % ROUNDS_PER_CHANGE === 0) await change(agent, customer);
      }
      await pause;
    }
  };

  const exportAll = async () => {
    for (let first = 0, length = EXPORT_PAGE; length === EXPORT_PAGE; first += EXPORT_PAGE) {
      const range = [first, first + EXPORT_PAGE - 1];
      const path = list('customers', { sort: ['name', 'ASC'], range });
      const records = await timed('report', () => admin.get(path));
      length = records?.length ?? 0;
    }
  };
  const writeReports = async () => {
    while (!signal.aborted) {
      const from = new Date(Date.now() - LONGEST_DAYS * DAY_MS).toISOString();
      for (const metric of REPORTED)
        await timed('report', () => admin.get(`/api/metrics/${metric}?from=${from}`));
      await exportAll();
    }
  };

  const working = [...agents.map(work), writeReports()];
  return {
    stop: async (): Promise<void> => {
      stopping.abort();
      await Promise.all(working);
    },
  };
};
