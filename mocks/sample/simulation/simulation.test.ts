import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toEvents } from '../../../src/codat/to-events.ts';
import type { JourneyEvent } from '../../../src/journey/events.ts';
import { fold } from '../../../src/journey/fold.ts';
import { toInstant } from '../../../src/journey/instant.ts';
import { createSchedule } from '../../codat/time/schedule.ts';
import { createWorld } from '../../codat/world/world.ts';
import { collect, TUESDAY } from '../folded-samples.ts';
import { createRandom } from '../random.ts';
import { startSimulation } from './simulation.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(TUESDAY) });
});
afterEach(() => {
  vi.useRealTimers();
});

const EVERY = 5000;

/** A sandbox with sample customers, and the events that Unstuck gets about them. */
const open = async (count: number, seed = 1) => {
  const samples = await collect({ count });
  const known = new Map(samples.map(({ id, events }) => [id, [...events]]));
  const news: JourneyEvent[] = [];
  const random = createRandom(seed);
  const now = () => toInstant(Date.now());
  const learn = (event: JourneyEvent) => {
    news.push(event);
    known.set(event.customerId, [...(known.get(event.customerId) ?? []), event]);
  };
  const world = createWorld(
    {
      now,
      newId: random.uuid,
      links: {
        company: (id) => `https://link.example/company/${id}`,
        connection: (id) => `https://link.example/connection/${id}`,
      },
      schedule: createSchedule(),
      emit: (webhook) =>
        toEvents({ id: webhook.id, receivedAt: webhook.generatedDate }, webhook).events.forEach(
          learn,
        ),
      keep: () => {},
    },
    samples.flatMap(({ company }) => company ?? []),
  );
  const errors: unknown[] = [];
  const ports = {
    world,
    now,
    newId: random.uuid,
    random,
    report: async (event: JourneyEvent) => learn(event),
    standingOf: async (id: string) => {
      const journey = fold(known.get(id) ?? []).journeys.at(-1);
      return journey ? { stage: journey.stage, closed: journey.closedAt !== null } : null;
    },
    every: EVERY,
    onError: (error: unknown) => void errors.push(error),
  };
  return { world, news, known, errors, ports };
};

describe('the simulation', () => {
  it('takes every kind of step, in the sandbox and in Unstuck alike', async () => {
    const { world, news, known, errors, ports } = await open(120);
    const stop = startSimulation(ports);
    await vi.advanceTimersByTimeAsync(600 * EVERY);
    stop();
    expect(errors).toEqual([]);
    expect(new Set(news.map(({ type }) => type))).toEqual(
      new Set([
        'customer.created',
        'link.opened',
        'software.selected',
        'connection.initiated',
        'connection.authorized',
        'connection.failed',
        'journey.completed',
        'data.received',
        'connection.disconnected',
      ]),
    );
    for (const { id, connections } of world.companies.values()) {
      const live = Object.values(fold(known.get(id) ?? []).connections).filter(
        ({ status }) => status === 'linked',
      );
      expect(live.length).toBe(connections.filter(({ status }) => status === 'Linked').length);
    }
  });

  it('takes a step per interval until it is stopped', async () => {
    const { news, ports } = await open(40);
    const stop = startSimulation(ports);
    await vi.advanceTimersByTimeAsync(EVERY - 1);
    expect(news).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(20 * EVERY);
    expect(news.length).toBeGreaterThan(10);
    expect(news.length).toBeLessThanOrEqual(20);
    stop();
    const before = news.length;
    await vi.advanceTimersByTimeAsync(20 * EVERY);
    expect(news).toHaveLength(before);
  });

  it('waits for a slow step, and continues after an error', async () => {
    const { errors, ports } = await open(40);
    const asked: (() => void)[] = [];
    const stop = startSimulation({
      ...ports,
      standingOf: () => new Promise((_, refuse) => asked.push(() => refuse(new Error('away')))),
    });
    await vi.advanceTimersByTimeAsync(30 * EVERY);
    expect(asked).toHaveLength(1);
    asked[0]?.();
    await vi.advanceTimersByTimeAsync(30 * EVERY);
    expect(errors).toEqual([new Error('away')]);
    expect(asked).toHaveLength(2);
    stop();
  });

  it('only adds new customers in an empty sandbox', async () => {
    const { news, errors, ports } = await open(0);
    const stop = startSimulation({ ...ports, standingOf: async () => null });
    await vi.advanceTimersByTimeAsync(40 * EVERY);
    stop();
    expect(errors).toEqual([]);
    expect(new Set(news.map(({ type }) => type))).toEqual(new Set(['customer.created']));
  });
});
