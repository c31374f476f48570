import { beforeAll, describe, expect, it } from 'vitest';
import { parseEvent } from '../../src/journey/events.ts';
import { isConnected } from '../../src/journey/stages.ts';
import type { ConnectionStatus } from '../codat/world/companies.ts';
import { collect, type Folded, folded, SUNDAY, TUESDAY } from './folded-samples.ts';

const STATUS: Record<ConnectionStatus, string> = {
  PendingAuth: 'pending',
  Linked: 'linked',
  Unlinked: 'gone',
  Deauthorized: 'gone',
};

describe.each([
  ['a Tuesday', TUESDAY],
  ['a Sunday', SUNDAY],
])('sample customers on %s', (_, now) => {
  let samples: Folded[];
  beforeAll(async () => {
    samples = (await collect({ now })).map(folded);
  });

  it('have the requested number, each with a unique ID', () => {
    expect(new Set(samples.map(({ id }) => id)).size).toBe(400);
  });

  it('have valid events', () => {
    for (const event of samples.flatMap(({ events }) => events))
      expect(parseEvent(event)).toEqual(event);
  });

  it('have their own events, each with a unique time and ID', () => {
    for (const { id, events } of samples) {
      expect(events.every(({ customerId }) => customerId === id)).toBe(true);
      const moments = events.map(({ occurredAt }) => occurredAt);
      expect(moments).toEqual([...new Set(moments)].sort());
      expect(new Set(events.map(({ source, sourceId }) => `${source} ${sourceId}`)).size).toBe(
        events.length,
      );
    }
  });

  it('start with the company in Codat and have nothing in the future', () => {
    for (const { events, notes, company } of samples) {
      expect(events[0]).toMatchObject({ type: 'customer.created', source: 'codat' });
      const moments = [
        ...events.map(({ occurredAt }) => occurredAt),
        ...notes.map(({ createdAt }) => createdAt),
        company?.modified ?? '',
      ];
      expect(moments.filter((at) => at > now)).toEqual([]);
    }
  });

  it('are in the sandbox unless they were deleted', () => {
    for (const { company, state } of samples)
      expect(company === null).toBe(state.deletedAt !== null);
  });

  it('have the same name and details in the sandbox and in Unstuck', () => {
    for (const { company, state } of samples) {
      if (!company) continue;
      const { name, tags, description, createdAt } = state.profile;
      expect({ name, tags, description: description ?? null, created: createdAt }).toEqual({
        name: company.name,
        tags: company.tags,
        description: company.description,
        created: company.created,
      });
    }
  });

  it('have the same connections as in the sandbox', () => {
    for (const { company, state } of samples) {
      const here = Object.entries(state.connections).map(([id, { status }]) => [id, status]);
      const there = company?.connections.map(({ id, status }) => [id, STATUS[status]]) ?? [];
      if (!company) continue;
      expect(here).toEqual(expect.arrayContaining(there));
      const removed = here.filter(([id]) => !there.some(([other]) => other === id));
      expect(removed.every(([, status]) => status === 'gone')).toBe(true);
    }
  });

  it('are connected when linked in the sandbox, and streaming once data was read', () => {
    for (const { company, journey } of samples) {
      if (!company) continue;
      const linked = company.connections.find(({ status }) => status === 'Linked');
      expect(isConnected(journey.stage)).toBe(linked !== undefined);
      const hasRead = (linked?.lastSync ?? '') >= journey.startedAt;
      expect(journey.stage === 'streaming').toBe(hasRead);
    }
  });
});

describe('sample customers', () => {
  it('are the same for the same time', async () => {
    expect(await collect({ count: 60 })).toEqual(await collect({ count: 60 }));
  });

  it('are the same people at any time and in any number', async () => {
    const names = async (options: { count: number; now: string }) =>
      (await collect(options)).map(({ id, company }) => [id, company?.name]).slice(0, 40);
    expect(await names({ count: 40, now: SUNDAY })).toEqual(
      await names({ count: 80, now: TUESDAY }),
    );
  });

  it('work without users on the team', async () => {
    const samples = await collect({ count: 60, manager: null, colleague: null, agent: null });
    expect(samples.flatMap(({ notes }) => notes)).toEqual([]);
    expect(samples.flatMap(({ events }) => events).filter(({ actorId }) => actorId)).toEqual([]);
  });
});
