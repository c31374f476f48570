import { like } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BulkAnswer } from '../../src/api/customers/bulk/body.ts';
import type { CustomerRecord } from '../../src/api/customers/resource.ts';
import type { Role } from '../../src/common/permissions.ts';
import { selectRows } from '../../src/database/bulk.ts';
import { rebuild } from '../../src/database/folding/rebuild.ts';
import { codatOwners, customers } from '../../src/database/schema/index.ts';
import { addHours } from '../../src/journey/instant.ts';
import { listPath, openOn, POSTGRESQL, type TestApi } from '../support/api.ts';
import { company, webhookBody } from '../support/payloads.ts';
import { customerRow } from './customer-rows.ts';
import { setVisibility } from './portfolio-table.ts';

const BULK = '/api/customers/bulk';

describe('changing many customers at once', () => {
  let test: TestApi;
  let people: Record<'agent' | 'manager' | 'admin', string>;

  const create = async (...ids: string[]) => {
    for (const id of ids)
      await test.deliver(
        `created-${id}`,
        webhookBody({ eventType: 'company.created', payload: company(id) }),
      );
    return ids;
  };
  const send = (body: object, role: Role = 'agent', headers = {}) => {
    // Changes at the same time have no order.
    test.clock.now = addHours(test.clock.now, 1 / 3600);
    return test.send('POST', BULK, body, role, headers);
  };
  const change = async (body: object, role: Role = 'agent', headers = {}): Promise<BulkAnswer> => {
    const response = await send(body, role, headers);
    expect(response.status, await response.clone().text()).toBe(200);
    return response.json();
  };
  const put = (id: string, body: object) => test.send('PUT', `/api/customers/${id}`, body);
  const one = (id: string): Promise<CustomerRecord> => test.json(`/api/customers/${id}`);
  const activityOf = (filter: object) =>
    test.json(listPath('activity', { filter, range: [0, 99], sort: ['at', 'DESC'] }));
  const outcome = ({ at: _, undo: __, ...rest }: BulkAnswer) => rest;
  const skips = ({ skipped }: BulkAnswer) =>
    Object.fromEntries(skipped.map(({ id, reason }) => [id, reason]));

  beforeAll(async () => {
    test = await openOn(POSTGRESQL, 'bulk');
    people = {
      agent: test.personId('agent'),
      manager: test.personId('manager'),
      admin: test.personId('admin'),
    };
  });
  afterAll(async () => {
    expect((await rebuild(test.database)).differing).toEqual([]);
    await test.close();
    expect(test.faults).toEqual([]);
  });

  const LATER = '2026-04-01T08:00:00.000Z';

  /** Each action, with how a customer then differs from one before it, and what makes it skip a customer. */
  const ACTIONS: Record<
    string,
    { body: () => object; after: () => Partial<CustomerRecord>; already: string }
  > = {
    assign: {
      body: () => ({ assigneeId: people.agent }),
      after: () => ({ assigneeId: people.agent }),
      already: 'already',
    },
    manager: {
      body: () => ({ accountManagerId: people.manager }),
      after: () => ({ accountManagerId: people.manager }),
      already: 'already',
    },
    snooze: {
      body: () => ({ snoozedUntil: LATER }),
      after: () => ({ snoozedUntil: LATER }),
      already: 'already',
    },
    wait: {
      body: () => ({ waitingFor: 'migration', waitingUntil: LATER, waitingNote: 'Xero' }),
      after: () => ({ waiting: true, waitingFor: 'migration', waitingNote: 'Xero' }),
      already: 'already',
    },
    close: {
      body: () => ({ reason: 'declined' }),
      after: () => ({ closedReason: 'declined', closed: true }),
      already: 'closed',
    },
    tag: {
      body: () => ({ add: ['VIP'], remove: ['Trial'] }),
      after: () => ({ labels: ['Bank', 'VIP'] }),
      already: 'already',
    },
  };

  describe.each(Object.keys(ACTIONS))('%s', (action) => {
    const { body, after, already } = ACTIONS[action] ?? expect.fail();
    const ids = ['first', 'second', 'third'].map((name) => `${action}-${name}`);

    it('does what its preview said, and undo brings back what was before', async () => {
      await create(...ids);
      for (const id of ids) await put(id, { labels: ['Trial', 'Bank'] });
      const request = { action, ids: [...ids, 'nowhere'], ...body() };
      const before = await Promise.all(ids.map(one));
      const preview = await change({ ...request, dryRun: true });
      expect(preview.undo).toBeNull();
      expect(await Promise.all(ids.map(one))).toEqual(before);

      const done = await change({ ...request, asOf: preview.at });
      expect(outcome(done)).toEqual(outcome(preview));
      expect(outcome(done)).toEqual({
        changed: 3,
        customers: ids.map((id) => ({ id, name: `Company ${id}` })),
        skipped: [{ id: 'nowhere', name: null, reason: 'unknown' }],
      });
      for (const id of ids) expect(await one(id)).toMatchObject(after());
      expect(skips(await change(request))).toEqual({
        ...Object.fromEntries(ids.map((id) => [id, already])),
        nowhere: 'unknown',
      });

      const undone = await change(done.undo ?? expect.fail());
      expect(undone).toMatchObject({ changed: 3, skipped: [], undo: null });
      // The pause remains the last one, the clock stood still during it, and closing resolved the case.
      const kept = ({
        lastActivityAt,
        lastPause,
        resolvedAt,
        stuckAt,
        ...others
      }: CustomerRecord) => others;
      expect((await Promise.all(ids.map(one))).map(kept)).toEqual(before.map(kept));
    });

    it('is recorded for each customer, and once as a whole', async () => {
      const entries = await activityOf({ customerId: ids[0] ?? '', actorId: people.agent });
      const [resource, done, undone] =
        action === 'close' ? ['journeys', 'close', 'reopen'] : ['customers', 'edit', 'edit'];
      expect(entries).toMatchObject([
        { resource, action: undone },
        { resource, action: done },
      ]);
      const whole = await activityOf({ action: 'change-many', actorId: people.agent });
      expect(whole.map(({ details }: { details: object }) => details)).toContainEqual(
        expect.objectContaining({ action, customers: 3 }),
      );
    });
  });

  it('skips deleted customers, closed ones and those with an event since the preview', async () => {
    const ids = await create('gone', 'closed', 'moved', 'same');
    await test.deliver(
      'gone',
      webhookBody({ eventType: 'company.deleted', payload: company('gone') }),
    );
    await test.send('POST', '/api/journeys/closed:0/close', { reason: 'duplicate' });
    const { at } = await change({ action: 'snooze', ids, snoozedUntil: LATER, dryRun: true });
    test.clock.now = addHours(test.clock.now, 1);
    await put('moved', { contactName: 'Ada' });
    const answer = await change({ action: 'snooze', ids, snoozedUntil: LATER, asOf: at });
    expect(answer.customers.map(({ id }) => id)).toEqual(['same']);
    expect(skips(answer)).toEqual({ gone: 'deleted', closed: 'closed', moved: 'changed_since' });
  });

  it('undo skips customers who were changed again, and restores each to their own value', async () => {
    const ids = await create('undo-a', 'undo-b', 'undo-c');
    await put('undo-a', { assigneeId: people.admin });
    const { undo } = await change({ action: 'assign', ids, assigneeId: people.agent });
    expect(undo?.changes).toHaveLength(2);
    await put('undo-c', { assigneeId: people.manager });
    const preview = await change({ ...undo, dryRun: true });
    const undone = await change(undo ?? expect.fail());
    expect(outcome(undone)).toEqual(outcome(preview));
    expect(skips(undone)).toEqual({ 'undo-c': 'changed_since' });
    expect((await Promise.all(ids.map(one))).map(({ assigneeId }) => assigneeId)).toEqual([
      people.admin,
      null,
      people.manager,
    ]);
  });

  it('undoing a closure snoozes a customer again who was', async () => {
    await create('asleep');
    await put('asleep', { snoozedUntil: LATER });
    const { undo } = await change({ action: 'close', ids: ['asleep'], reason: 'declined' });
    expect(await one('asleep')).toMatchObject({ closed: true, snoozedUntil: null });
    await change(undo ?? expect.fail());
    expect(await one('asleep')).toMatchObject({ closed: false, snoozedUntil: LATER });
  });

  it('a snooze in place of a wait, and waking up, are undone to what was before', async () => {
    const wait = { waitingFor: 'vendor', waitingUntil: null, waitingNote: 'Ticket 7' };
    await create('waits');
    await put('waits', wait);
    for (const snoozedUntil of [LATER, null]) {
      const { undo } = await change({ action: 'snooze', ids: ['waits'], snoozedUntil });
      expect(await one('waits')).toMatchObject({ snoozedUntil, waitingFor: null });
      await change(undo ?? expect.fail());
      expect(await one('waits')).toMatchObject({ ...wait, snoozedUntil: null });
    }
    const late = { action: 'wait', ids: ['waits'], waitingFor: 'call' };
    const response = await send(late);
    expect(response.status).toBe(422);
    expect((await response.json()).errors).toEqual({ waitingUntil: 'Choose until when.' });
  });

  it('undo lets a customer follow the owner in Codat again', async () => {
    await test.database.insert(codatOwners).values({ id: 'owner' });
    const follow = (role: Role) =>
      test.send('PUT', '/api/codat-owners/owner', { personId: people[role] });
    await follow('manager');
    const payload = { ...company('owned'), ownerUserIds: ['owner'] };
    await test.deliver('created-owned', webhookBody({ eventType: 'company.created', payload }));
    const body = { action: 'manager', ids: ['owned'], accountManagerId: people.admin };
    const { undo } = await change(body);
    await change(undo ?? expect.fail());
    expect(await one('owned')).toMatchObject({ accountManagerId: people.manager });
    await follow('agent');
    expect(await one('owned')).toMatchObject({ accountManagerId: people.agent });
  });

  it('rejects a filter that matches too many', async () => {
    const rows = Array.from({ length: 2001 }, (_, index) => customerRow({ id: `many-${index}` }));
    await test.database.insert(customers).select(selectRows(customers, rows));
    const response = await send({ action: 'close', filter: {}, reason: 'declined' });
    expect(response.status).toBe(422);
    expect((await response.json()).errors.filter).toContain('More than 2,000 customers match.');
    await test.database.delete(customers).where(like(customers.id, 'many-%'));
  });

  it('a filter names everyone that the list shows with it, and no others', async () => {
    await create('of-filter-1', 'of-filter-2', 'of-another');
    const filter = { q: 'Company of-filter' };
    const answer = await change({ action: 'tag', filter, add: ['Filtered'] });
    expect(answer.customers.map(({ id }) => id)).toEqual(['of-filter-1', 'of-filter-2']);
    const tagged = await test.json(listPath('customers', { filter: { labels: 'Filtered' } }));
    expect(tagged.map(({ id }: CustomerRecord) => id)).toEqual(['of-filter-1', 'of-filter-2']);
    const { groups } = await test.json('/api/customers/groups?by=["labels"]');
    expect(groups.labels).toContainEqual({ value: 'Filtered', count: 2 });
    const none = await change({ action: 'tag', filter: { q: 'nobody at all' }, add: ['Filtered'] });
    expect(outcome(none)).toEqual({ changed: 0, customers: [], skipped: [] });
    expect(none.undo).toBeNull();
    const wrong = await send({ action: 'tag', filter: { shoeSize: 44 }, add: ['Filtered'] });
    expect(wrong.status).toBe(400);
    expect((await wrong.json()).message).toContain('shoeSize');
  });

  it('filters on tags match any of them, none of them, and customers without any', async () => {
    await create('labels-a', 'labels-b', 'labels-c');
    await put('labels-a', { labels: ['Red', 'Blue'] });
    await put('labels-b', { labels: ['Green "1"'] });
    const found = async (labels: object) => {
      const filter = { q: 'Company labels-', ...labels };
      const rows = await test.json(listPath('customers', { filter, sort: ['name', 'ASC'] }));
      return rows.map(({ id }: CustomerRecord) => id.at(-1)).join('');
    };
    expect(await found({ labels: 'Blue' })).toBe('a');
    expect(await found({ labels: ['Blue', 'Green "1"'] })).toBe('ab');
    expect(await found({ labels: null })).toBe('c');
    expect(await found({ labels: ['Red', null] })).toBe('ac');
    expect(await found({ labels_neq: 'Red' })).toBe('bc');
  });

  it('skips a customer who would have too many tags', async () => {
    await create('full', 'empty');
    await put('full', { labels: Array.from({ length: 20 }, (_, index) => `Tag ${index}`) });
    const answer = await change({ action: 'tag', ids: ['full', 'empty'], add: ['One more'] });
    expect(skips(answer)).toEqual({ full: 'too_many_tags' });
    expect((await one('empty')).labels).toEqual(['One more']);
  });

  it('a repeated request changes nothing, and a different one with its key is rejected', async () => {
    const ids = await create('once-1', 'once-2');
    const body = { action: 'tag', ids, add: ['Once'] };
    const headers = { 'idempotency-key': 'once' };
    expect(await change(body, 'agent', headers)).toMatchObject({ changed: 2 });
    await put('once-1', { labels: [] });
    expect(await change(body, 'agent', headers)).toMatchObject({ changed: 2, customers: [] });
    expect((await one('once-1')).labels).toEqual([]);
    expect((await send({ ...body, add: ['Twice'] }, 'agent', headers)).status).toBe(422);
    // A key belongs to the person who sent it.
    expect(await change(body, 'manager', headers)).toMatchObject({ changed: 1 });
  });

  it('an account manager who sees only their own changes no one else’s, and can’t undo giving one away', async () => {
    const ids = await create('mine', 'theirs');
    await put('mine', { accountManagerId: people.manager });
    await put('theirs', { accountManagerId: people.admin });
    await setVisibility(test, true, 'agents');
    const tagged = await change({ action: 'tag', ids, add: ['Seen'] }, 'manager');
    expect(tagged.customers.map(({ id }) => id)).toEqual(['mine']);
    expect(tagged.skipped).toEqual([{ id: 'theirs', name: null, reason: 'unknown' }]);
    const all = await change({ action: 'tag', filter: {}, add: ['All'] }, 'manager');
    expect(all.customers.map(({ id }) => id)).toContain('mine');
    expect(all.customers.map(({ id }) => id)).not.toContain('theirs');
    const given = await change(
      { action: 'manager', ids: ['mine'], accountManagerId: people.admin },
      'manager',
    );
    expect(given).toMatchObject({ changed: 1, undo: null });
    await setVisibility(test, false);
  });
});
