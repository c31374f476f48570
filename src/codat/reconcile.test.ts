import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { companyBody, connectionBody } from '../../mocks/codat/representations.ts';
import { createSchedule } from '../../mocks/codat/schedule.ts';
import { createWorld, type Webhook, type World } from '../../mocks/codat/world.ts';
import type { JourneyEvent } from '../journey/events.ts';
import { fold } from '../journey/fold.ts';
import { addHours } from '../journey/instant.ts';
import { isConnected } from '../journey/stages.ts';
import { envelope, listedCompany } from './payloads.ts';
import { reconcile } from './reconcile.ts';
import { toEvents } from './to-events.ts';

const START = '2026-03-02T09:00:00.000Z';
const ID = '5a3c0000-0000-4000-8000-000000000001';
const links = {
  company: (id: string) => `https://link.example/company/${id}?otp=${Math.random()}`,
  connection: (id: string) => `https://link.example/connection/${id}?otp=${Math.random()}`,
};

/** A company in the sandbox's world, a client that hears what gets through, and a clock. */
const openStory = () => {
  let now = START;
  let count = 0;
  const heard: JourneyEvent[] = [];
  const sent: Webhook[] = [];
  const schedule = createSchedule();
  const world = createWorld({
    now: () => now,
    newId: () => `00000000-0000-4000-8000-${String(++count).padStart(12, '0')}`,
    links,
    schedule,
    emit: (webhook) => sent.push(webhook),
    keep: () => {},
  });
  world.createCompany({ id: ID, name: 'Acme' });
  return {
    world,
    heard,
    now: () => now,
    wait: async (hours: number) => {
      const until = addHours(now, hours);
      await schedule.runUntil(until, (due) => {
        now = due;
      });
      now = until;
    },
    /** Delivers what was sent since the last time, or loses it. */
    deliver: (arrives: boolean) => {
      for (const webhook of sent.splice(0))
        if (arrives) heard.push(...toEvents(webhook.id, envelope.parse(webhook)));
    },
    /** Reads the company as the API describes it and takes in what was missed; returns what was new. */
    sync: () => {
      const company = world.company(ID);
      const listed = listedCompany.parse({
        ...companyBody(company, links),
        dataConnections: company.connections.map((one) => connectionBody(one, links)),
      });
      const found = reconcile({ company: listed, state: fold(heard), observedAt: now });
      const known = new Set(heard.map(({ source, sourceId }) => `${source} ${sourceId}`));
      const fresh = found.filter(({ source, sourceId }) => !known.has(`${source} ${sourceId}`));
      heard.push(...fresh);
      return fresh;
    },
  };
};

type Story = ReturnType<typeof openStory>;

const XERO = 'gbol';
const NETSUITE = 'akxx';

const first = (world: World, status: string) =>
  world.company(ID).connections.find((connection) => connection.status === status)?.id;

/** What can happen to the company; what can't happen as it stands does nothing. */
const HAPPENINGS = {
  selectsXero: ({ world }: Story) => world.selectSoftware(ID, XERO),
  selectsNetSuite: ({ world }: Story) => world.selectSoftware(ID, NETSUITE),
  approves: ({ world }: Story) => {
    const id = first(world, 'PendingAuth');
    if (id) world.approve(id);
  },
  fails: ({ world }: Story) => {
    const id = first(world, 'PendingAuth');
    if (id) world.fail(id, 'not_administrator');
  },
  isRevoked: ({ world }: Story) => {
    const id = first(world, 'Linked');
    if (id) world.disconnect(id, 'Deauthorized');
  },
  reconnects: ({ world }: Story) => {
    const id = first(world, 'Deauthorized');
    if (id) world.approve(id);
  },
  isDeleted: ({ world }: Story) => {
    const id = world.company(ID).connections[0]?.id;
    if (id) world.removeConnection(id);
  },
  isRenamed: ({ world, now }: Story) => world.updateCompany(ID, { name: `Acme ${now()}` }),
};
type Happening = keyof typeof HAPPENINGS;

const happenings = fc.array(
  fc.record({
    what: fc.constantFrom(...(Object.keys(HAPPENINGS) as Happening[])),
    arrives: fc.boolean(),
    hours: fc.constantFrom(0.1, 1, 30),
    syncs: fc.boolean(),
  }),
  { maxLength: 15 },
);

const expectTruth = ({ world, heard }: Story) => {
  const company = world.company(ID);
  const state = fold(heard);
  const linked = company.connections.filter(({ status }) => status === 'Linked');
  const believed = Object.entries(state.connections).filter(
    ([, { status }]) => status === 'linked',
  );
  expect(believed.map(([id]) => id).sort()).toEqual(linked.map(({ id }) => id).sort());
  expect(isConnected(state.journeys.at(-1)?.stage ?? 'created')).toBe(linked.length > 0);
  expect(state.profile.name).toBe(company.name);
};

describe('comparing a company with what was heard of it', () => {
  it('makes good whatever was lost, and then finds nothing more', async () => {
    await fc.assert(
      fc.asyncProperty(happenings, async (list) => {
        const story = openStory();
        for (const { what, arrives, hours, syncs } of list) {
          await story.wait(hours);
          HAPPENINGS[what](story);
          story.deliver(arrives);
          if (syncs) {
            await story.wait(0.02);
            story.sync();
          }
        }
        // Sooner than the next data is read, which would hide an old reading that was taken for a new one.
        await story.wait(0.02);
        story.sync();
        expectTruth(story);
        expect(story.sync()).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('finds nothing where every webhook arrived', async () => {
    const story = openStory();
    for (const what of ['selectsXero', 'fails', 'approves', 'isRevoked'] as const) {
      await story.wait(1);
      HAPPENINGS[what](story);
      story.deliver(true);
    }
    await story.wait(1);
    expect(story.sync()).toEqual([]);
  });

  it('takes the times that Codat states, and gives none to a stage it only noticed', async () => {
    const story = openStory();
    await story.wait(2);
    HAPPENINGS.selectsXero(story);
    await story.wait(1);
    HAPPENINGS.fails(story);
    await story.wait(1);
    HAPPENINGS.approves(story);
    await story.wait(24);
    story.deliver(false);
    expect(story.sync().map(({ type, occurredAt }) => [type, occurredAt])).toEqual([
      ['customer.created', START],
      ['software.selected', addHours(START, 2)],
      ['connection.failed', addHours(START, 3)],
      ['connection.authorized', addHours(START, 4.25)],
      ['data.received', addHours(START, 4.25)],
    ]);
    const [journey] = fold(story.heard).journeys;
    expect(journey).toMatchObject({ stage: 'streaming', software: XERO });
    expect(Object.keys(journey?.reachedAt ?? {})).toEqual(['created', 'selected']);
    expect(journey?.attempts.map(({ outcome }) => outcome)).toEqual(['failed', 'authorized']);
  });

  it('sees a reconnection although the only data was read before the loss', async () => {
    const story = openStory();
    for (const what of ['selectsXero', 'approves', 'isRevoked', 'reconnects'] as const) {
      await story.wait(1);
      HAPPENINGS[what](story);
      story.deliver(what !== 'reconnects');
    }
    await story.wait(0.02);
    expect(story.sync().map(({ type }) => type)).toEqual(['connection.authorized']);
    expectTruth(story);
  });

  it('does not believe an answer that is older than what was heard meanwhile', async () => {
    const story = openStory();
    await story.wait(1);
    HAPPENINGS.selectsXero(story);
    story.deliver(true);
    const company = listedCompany.parse({ ...companyBody(story.world.company(ID), links) });
    expect(reconcile({ company, state: fold(story.heard), observedAt: START })).toEqual([]);
  });
});
