import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSchedule } from '../../mocks/codat/time/schedule.ts';
import { companyBody, connectionBody } from '../../mocks/codat/world/representations.ts';
import { createWorld, type Webhook, type World } from '../../mocks/codat/world/world.ts';
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

/** A company in the sandbox’s world, a client that receives the delivered webhooks, and a clock. */
const openStory = () => {
  let now = START;
  let count = 0;
  const received: JourneyEvent[] = [];
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
    received,
    now: () => now,
    wait: async (hours: number) => {
      const until = addHours(now, hours);
      await schedule.runUntil(until, (due) => {
        now = due;
      });
      now = until;
    },
    /** Delivers the webhooks sent since the last call, or loses them. */
    deliver: (arrives: boolean) => {
      for (const webhook of sent.splice(0))
        if (arrives) received.push(...toEvents(webhook.id, envelope.parse(webhook)));
    },
    /** Reconciles the company with the API’s description and returns the new events. */
    sync: () => {
      const company = world.company(ID);
      const listed = listedCompany.parse({
        ...companyBody(company, links),
        dataConnections: company.connections.map((one) => connectionBody(one, links)),
      });
      const findings = reconcile({ company: listed, state: fold(received), observedAt: now });
      const known = new Set(received.map(({ source, sourceId }) => `${source} ${sourceId}`));
      const fresh = findings.filter(({ source, sourceId }) => !known.has(`${source} ${sourceId}`));
      received.push(...fresh);
      return fresh;
    },
  };
};

type Story = ReturnType<typeof openStory>;

const XERO = 'gbol';
const NETSUITE = 'akxx';

const first = (world: World, status: string) =>
  world.company(ID).connections.find((connection) => connection.status === status)?.id;

/** What can happen to the company. Each does nothing when it can’t happen in the current state. */
const INCIDENTS = {
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

const incidents = fc.array(
  fc.record({
    incident: fc.constantFrom(...Object.entries(INCIDENTS)),
    arrives: fc.boolean(),
    hours: fc.constantFrom(0.1, 1, 30),
    syncs: fc.boolean(),
  }),
  { maxLength: 15 },
);

const expectTruth = ({ world, received }: Story) => {
  const company = world.company(ID);
  const state = fold(received);
  const linked = company.connections.filter(({ status }) => status === 'Linked');
  const believed = Object.entries(state.connections).filter(
    ([, { status }]) => status === 'linked',
  );
  expect(believed.map(([id]) => id).sort()).toEqual(linked.map(({ id }) => id).sort());
  expect(isConnected(state.journeys.at(-1)?.stage ?? 'created')).toBe(linked.length > 0);
  expect(state.profile.name).toBe(company.name);
};

describe('reconcile', () => {
  it('recovers everything that lost webhooks reported, then finds nothing more', async () => {
    await fc.assert(
      fc.asyncProperty(incidents, async (list) => {
        const story = openStory();
        for (const { incident, arrives, hours, syncs } of list) {
          await story.wait(hours);
          const [, happen] = incident;
          happen(story);
          story.deliver(arrives);
          if (syncs) {
            await story.wait(0.02);
            story.sync();
          }
        }
        // Before the next data is read, which would hide old data mistaken for new data.
        await story.wait(0.02);
        story.sync();
        expectTruth(story);
        expect(story.sync()).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('finds nothing when every webhook arrived', async () => {
    const story = openStory();
    for (const incident of ['selectsXero', 'fails', 'approves', 'isRevoked'] as const) {
      await story.wait(1);
      INCIDENTS[incident](story);
      story.deliver(true);
    }
    await story.wait(1);
    expect(story.sync()).toEqual([]);
  });

  it('uses Codat’s times and records none for stages that it only noticed', async () => {
    const story = openStory();
    await story.wait(2);
    INCIDENTS.selectsXero(story);
    await story.wait(1);
    INCIDENTS.fails(story);
    await story.wait(0.5);
    const found = () => story.sync().map(({ type, occurredAt }) => [type, occurredAt]);
    expect(found()).toEqual([
      ['customer.created', START],
      ['software.selected', addHours(START, 2)],
      ['connection.failed', addHours(START, 3)],
    ]);
    await story.wait(0.5);
    INCIDENTS.approves(story);
    await story.wait(24);
    story.deliver(false);
    expect(found()).toEqual([
      ['connection.authorized', addHours(START, 4.25)],
      ['data.received', addHours(START, 4.25)],
    ]);
    const [journey] = fold(story.received).journeys;
    expect(journey).toMatchObject({ stage: 'streaming', software: XERO });
    expect(Object.keys(journey?.reachedAt ?? {})).toEqual(['created', 'selected']);
    expect(journey?.attempts.map(({ outcome }) => outcome)).toEqual(['failed', 'authorized']);
  });

  it('finds a reconnection even if the only data was read before the disconnection', async () => {
    const story = openStory();
    for (const incident of ['selectsXero', 'approves', 'isRevoked', 'reconnects'] as const) {
      await story.wait(1);
      INCIDENTS[incident](story);
      story.deliver(incident !== 'reconnects');
    }
    await story.wait(0.02);
    expect(story.sync().map(({ type }) => type)).toEqual(['connection.authorized']);
    expectTruth(story);
  });

  it('ignores a response that is older than the latest signal', async () => {
    const story = openStory();
    await story.wait(1);
    INCIDENTS.selectsXero(story);
    story.deliver(true);
    const company = listedCompany.parse({ ...companyBody(story.world.company(ID), links) });
    expect(reconcile({ company, state: fold(story.received), observedAt: START })).toEqual([]);
  });
});

/** Reconciles a company with these connections until nothing new is found, beginning with known events. */
const reconciled = (connections: object[], known: JourneyEvent[] = []) => {
  const company = listedCompany.parse({
    id: ID,
    name: 'Acme',
    created: START,
    dataConnections: connections,
  });
  const observedAt = addHours(START, 30 * 24);
  const found = reconcile({ company, state: fold(known), observedAt });
  const state = fold([...known, ...found]);
  expect(reconcile({ company, state, observedAt: addHours(observedAt, 1) })).toEqual([]);
  return { found, state };
};

const XERO_CONNECTION = {
  id: 'xero',
  integrationKey: XERO,
  sourceType: 'Accounting',
  created: START,
};
const EXPENSE = {
  id: 'expense',
  integrationKey: 'mqjo',
  platformName: 'Partner Expense',
  sourceType: 'Expense',
  status: 'Linked',
  created: START,
  lastSync: addHours(START, 2),
};

const day = (number: number) => addHours(START, number * 24);
const error = (number: number, status: string | null, statusText = 'Timed out') => ({
  statusCode: '500',
  statusText,
  erroredOnUtc: day(number),
  status,
});
const REVOKED = 'The integration de-authorized access to the connection.';

describe('reconcile, on the first sync', () => {
  const attemptsOf = (connection: object) =>
    reconciled([{ ...XERO_CONNECTION, ...connection }]).state.journeys.map(({ attempts }) =>
      attempts.map(({ outcome, endedAt }) => [outcome, endedAt]),
    );

  it.each<[string, object]>([
    ['linked for long and never read', {}],
    ['linked and read since', { lastSync: day(29) }],
    [
      'linked, with errors that came and went',
      { lastSync: day(29), dataConnectionErrors: [error(20, 'Active')] },
    ],
    ['linked lately', { created: day(29.9) }],
    ['linked, with a selection at an unknown time', { created: null }],
  ])('finds one attempt, authorized at an unknown time, on a connection that is %s', (_, more) => {
    expect(attemptsOf({ status: 'Linked', ...more })).toEqual([[['authorized', null]]]);
  });

  it.each<[string, object]>([
    ['read', { lastSync: day(20) }],
    ['never read', {}],
    [
      'read, with errors while it was linked',
      { lastSync: day(20), dataConnectionErrors: [error(22, 'Active'), error(25, null, REVOKED)] },
    ],
  ])('finds an authorized attempt before the loss of a connection that was %s', (_, more) => {
    expect(attemptsOf({ status: 'Deauthorized', ...more })).toEqual([[['authorized', null]], []]);
  });

  it('finds no attempt on a lost connection whose selection is at an unknown time', () => {
    expect(attemptsOf({ status: 'Deauthorized', created: null })).toEqual([[], []]);
  });

  it('dates a loss by the latest error that is not resolved', () => {
    const dataConnectionErrors = [
      error(25, null, REVOKED),
      error(5, null, REVOKED),
      error(28, 'Resolved', REVOKED),
    ];
    const lost = { ...XERO_CONNECTION, status: 'Deauthorized', dataConnectionErrors };
    expect(reconciled([lost]).state.journeys[1]).toMatchObject({ startedAt: day(25) });
  });

  it('leaves the attempt on a pending connection open', () => {
    expect(attemptsOf({ status: 'PendingAuth' })).toEqual([[[null, null]]]);
  });
});

describe('reconcile, of a connection that it has seen before', () => {
  const seen = (status: string) =>
    reconciled([{ ...XERO_CONNECTION, created: day(29), status }]).found;

  it('dates an approval by when it is noticed', () => {
    const { state } = reconciled(
      [{ ...XERO_CONNECTION, created: day(29), status: 'Linked', lastSync: day(29.5) }],
      seen('PendingAuth'),
    );
    expect(state.journeys[0]?.attempts).toMatchObject([
      { outcome: 'authorized', endedAt: day(29.5) },
    ]);
  });

  it('knows that an approval came before a loss, but not when', () => {
    const { state } = reconciled(
      [{ ...XERO_CONNECTION, created: day(29), status: 'Unlinked' }],
      seen('PendingAuth'),
    );
    expect(state.journeys[0]?.attempts).toMatchObject([{ outcome: 'authorized', endedAt: null }]);
  });
});

describe('reconcile, of errors', () => {
  const DESKTOP = { ...XERO_CONNECTION, id: 'desktop', integrationKey: 'pqsw' };
  const failed = (connection: object, known?: JourneyEvent[]) =>
    reconciled([{ ...DESKTOP, ...connection }], known)
      .state.journeys.flatMap(({ attempts }) => attempts)
      .filter(({ outcome }) => outcome === 'failed')
      .map(({ endedAt }) => endedAt);

  it.each<[string, (string | null)[]]>([
    ['resolved and transient ones', ['Resolved', 'Active']],
    ['one that isn’t transient', [null]],
  ])('takes %s of a linked connection for no failed attempt', (_, statuses) => {
    const dataConnectionErrors = statuses.map((status, index) => error(3 + index, status));
    expect(failed({ status: 'Linked', lastSync: day(9), dataConnectionErrors })).toEqual([]);
    expect(failed({ status: 'Linked', dataConnectionErrors })).toEqual([]);
  });

  it('of a pending connection takes those for failed attempts that aren’t resolved', () => {
    const dataConnectionErrors = [error(2, 'Active'), error(3, null), error(4, 'Resolved')];
    expect(failed({ status: 'PendingAuth', dataConnectionErrors })).toEqual([day(2), day(3)]);
  });

  it('of a connection that is pending again takes those for failed attempts that came after its last sync', () => {
    const dataConnectionErrors = [error(2, 'Active'), error(5, 'Active')];
    expect(failed({ status: 'PendingAuth', lastSync: day(3), dataConnectionErrors })).toEqual([
      day(5),
    ]);
  });

  it('of a lost connection takes those for failed attempts that came after the loss', () => {
    const dataConnectionErrors = [error(2, 'Active'), error(5, null, REVOKED), error(7, 'Active')];
    expect(failed({ status: 'Deauthorized', dataConnectionErrors })).toEqual([day(7)]);
    const { found } = reconciled([
      { ...DESKTOP, status: 'Deauthorized', dataConnectionErrors: [error(5, null, REVOKED)] },
    ]);
    expect(failed({ status: 'Deauthorized', dataConnectionErrors }, found)).toEqual([day(7)]);
  });
});

describe('reconcile, of connections that aren’t accounting ones', () => {
  it.each(['Linked', 'PendingAuth', 'Deauthorized', 'Unlinked'])(
    'does not connect or disconnect a customer whose expense connection is %s',
    (status) => {
      const { state } = reconciled([
        { ...XERO_CONNECTION, status: 'PendingAuth' },
        { ...EXPENSE, status },
      ]);
      expect(state.journeys).toMatchObject([{ stage: 'selected', software: XERO, attempts: [{}] }]);
    },
  );

  it('finds a customer disconnected who only has an expense connection left', () => {
    const both = [{ ...XERO_CONNECTION, status: 'Linked' }, EXPENSE];
    const { state, found } = reconciled(both);
    expect(state.journeys).toMatchObject([{ stage: 'authorized' }]);
    const lost = [{ ...XERO_CONNECTION, status: 'Deauthorized' }, EXPENSE];
    expect(reconciled(lost, found).state.journeys).toMatchObject([{}, { kind: 'reconnect' }]);
  });

  it('finds that one is gone', () => {
    const { found } = reconciled([EXPENSE]);
    const { state } = reconciled([], found);
    expect(state.otherConnections).toMatchObject({ expense: { status: 'deleted' } });
  });

  it('corrects a journey that was recorded before the source type was known', () => {
    const { found } = reconciled([{ ...EXPENSE, sourceType: undefined }]);
    expect(fold(found).journeys).toMatchObject([{ stage: 'streaming' }]);
    const { state } = reconciled([EXPENSE], found);
    expect(state.journeys).toMatchObject([{ stage: 'created', attempts: [] }]);
    expect(state.otherConnections).toMatchObject({ expense: { status: 'linked' } });
  });

  it('takes a source type that Codat has added since for none of accounting', () => {
    const { state } = reconciled([{ ...EXPENSE, sourceType: 'Payroll' }]);
    expect(state.otherConnections).toMatchObject({ expense: { sourceType: 'Other' } });
  });
});
