import { setTimeout } from 'node:timers/promises';
import { connection, failure, read, webhookBody } from './payloads.ts';
import { deliver } from './webhooks.ts';

export type Sent = { id: string; customerId: string; body: string };

/** The types of delivery that a customer gets in turn, and the payload of each. */
const STEPS: [eventType: string, payload: (id: string) => unknown][] = [
  ['connection.created', (id) => connection(id)],
  [
    'connection.failed',
    (id) => connection(id, { errors: [failure('403', 'User cancelled linking')] }),
  ],
  ['connection.connected', (id) => connection(id, { status: 'Linked' })],
  ['read.completed.initial', (id) => read(id)],
  ['connection.disconnected', (id) => connection(id, { status: 'Deauthorized' })],
];

const START = Date.parse('2026-03-01T08:00:00Z');
const MINUTE = 60_000;

/** The delivery with a number. Customers take turns, and each goes through the steps again and again. */
export const numberedDelivery = (number: number, customers = 40, load = ''): Sent => {
  const customerId = `load${load}-${number % customers}`;
  const turn = Math.floor(number / customers);
  const [eventType, payload] = STEPS[turn % STEPS.length] ?? ['unknown', () => ({})];
  const generatedDate = new Date(START + turn * MINUTE).toISOString();
  // The event takes its id from the body. With the same one, the ledger finds both.
  const id = `msg${load}_${number}`;
  const body = webhookBody({ id, eventType, generatedDate, payload: payload(customerId) });
  return { id, customerId, body };
};

/** As `numberedDelivery`, with a fifth of the customers at each step at any time. */
const mixedDelivery = (number: number, customers: number): Sent => {
  const group = number % STEPS.length;
  const size = customers / STEPS.length;
  const ahead = group * size;
  return numberedDelivery(Math.floor(number / STEPS.length) + ahead, size, `-${group}`);
};

export type Load = {
  /** The acknowledged deliveries. */
  acknowledged: Map<string, Sent>;
  /** How many responses had each status. 0 stands for none. */
  statuses: Map<number, number>;
  /** Resolves once a delivery is acknowledged that was sent after this call. Returns the milliseconds it took. */
  recovered: () => Promise<number>;
  /** Stops sending. Deliveries that were never acknowledged are sent again first, as Codat would. */
  stop: () => Promise<void>;
};

type LoadOptions = {
  url: () => string;
  senders?: number;
  customers?: number;
  /** Tells its deliveries apart from those of other loads on one server. */
  name?: string;
};

/** Delivers webhooks without pause, and what was not acknowledged again, until stopped. */
export const startLoad = ({ url, senders = 8, customers = 40, name = '' }: LoadOptions): Load => {
  const acknowledged: Load['acknowledged'] = new Map();
  const statuses: Load['statuses'] = new Map();
  const again: Sent[] = [];
  const waiting = new Set<{ since: number; resolve: (took: number) => void }>();
  let number = 0;
  let stopping = false;

  const send = async (sent: Sent): Promise<boolean> => {
    const startedAt = performance.now();
    const status = await deliver(url(), sent.id, sent.body).catch(() => 0);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    if (status !== 204) return false;
    acknowledged.set(sent.id, sent);
    for (const one of waiting)
      if (startedAt >= one.since) {
        waiting.delete(one);
        one.resolve(performance.now() - one.since);
      }
    return true;
  };

  const run = async () => {
    while (!stopping || again.length > 0) {
      const sent = again.shift() ?? numberedDelivery(number++, customers, name);
      if (await send(sent)) continue;
      again.push(sent);
      await setTimeout(20);
    }
  };
  const runs = Array.from({ length: senders }, run);

  return {
    acknowledged,
    statuses,
    recovered: () =>
      new Promise((resolve) => {
        waiting.add({ since: performance.now(), resolve });
      }),
    stop: async () => {
      stopping = true;
      await Promise.all(runs);
    },
  };
};

const deliverUntilAcknowledged = async (url: () => string, { id, body }: Sent): Promise<void> => {
  while ((await deliver(url(), id, body).catch(() => 0)) !== 204) await setTimeout(50);
};

type Mix = {
  url: string;
  /** A multiple of five. */
  customers: number;
};

/** Delivers the first webhook of each customer of a steady load. Returns the acknowledged ids. */
export const createMix = async ({ url, customers }: Mix): Promise<Set<string>> => {
  const numbers = Array.from({ length: customers }, (_, number) => number).values();
  const acknowledged = new Set<string>();
  const run = async () => {
    for (const number of numbers) {
      const sent = mixedDelivery(number, customers);
      await deliverUntilAcknowledged(() => url, sent);
      acknowledged.add(sent.id);
    }
  };
  await Promise.all(Array.from({ length: 8 }, run));
  return acknowledged;
};

type SteadyLoad = Mix & {
  count: number;
  perSecond: number;
  onAnswer: (id: string, status: number, milliseconds: number) => void;
};

/** Delivers webhooks at a constant rate, however long their answers take. A status of 0 stands for no answer. */
export const deliverSteadily = async ({
  url,
  customers,
  count,
  perSecond,
  onAnswer,
}: SteadyLoad): Promise<void> => {
  const send = async (number: number): Promise<void> => {
    const { id, body } = mixedDelivery(number, customers);
    const sentAt = performance.now();
    const status = await deliver(url, id, body).catch(() => 0);
    onAnswer(id, status, performance.now() - sentAt);
  };
  const startedAt = performance.now();
  const sending: Promise<void>[] = [];
  while (sending.length < count) {
    const dueAt = startedAt + (sending.length * 1000) / perSecond;
    await setTimeout(Math.max(0, dueAt - performance.now()));
    sending.push(send(customers + sending.length));
  }
  await Promise.all(sending);
};

type StoryOptions = { count: number; url: () => string; senders?: number; seed?: number };

/**
 * Delivers a number of webhooks, ten for each customer, shuffled and a third of them twice, each until it is
 * acknowledged. Calls `onAcknowledged` with the number of acknowledgements so far. Returns the acknowledged ids.
 */
export const deliverShuffled = async (
  { count, url, senders = 8, seed = 1 }: StoryOptions,
  onAcknowledged: (number: number) => void,
): Promise<Set<string>> => {
  const customers = Math.ceil(count / 10);
  const numbers = Array.from({ length: count }, (_, number) => number);
  const repeated = numbers.filter((number) => number % 3 === 0);
  const pile = shuffled([...numbers, ...repeated], seed);
  const acknowledged = new Set<string>();
  let answers = 0;
  const run = async () => {
    for (let number = pile.pop(); number !== undefined; number = pile.pop()) {
      const sent = numberedDelivery(number, customers);
      await deliverUntilAcknowledged(url, sent);
      acknowledged.add(sent.id);
      onAcknowledged(++answers);
    }
  };
  await Promise.all(Array.from({ length: senders }, run));
  return acknowledged;
};

/** A different order for each seed, by a linear congruential generator (Numerical Recipes, chapter 7). */
const shuffled = (numbers: number[], seed: number): number[] => {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state;
  };
  return numbers
    .map((number) => ({ number, key: next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ number }) => number);
};
