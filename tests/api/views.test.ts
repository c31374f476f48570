import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../src/common/permissions.ts';
import { customers, users, views } from '../../src/database/schema/index.ts';
import { addHours } from '../../src/journey/instant.ts';
import { DRIVERS, NOW, openOn, type TestApi } from '../support/api.ts';
import { customerRow } from './customer-rows.ts';
import { setVisibility } from './portfolio-table.ts';

const STUCK = { stuckReason: 'attempt_failed', stuckAt: addHours(NOW, -5) } as const;

describe.each(DRIVERS)('saved views on $name', (driver) => {
  let test: TestApi;

  const save = async (body: object, role: Role = 'agent') => {
    const response = await test.send(
      'POST',
      '/api/views',
      { resource: 'customers', ...body },
      role,
    );
    return { status: response.status, ...(await response.json()) };
  };
  const change = async (id: string, body: object, role: Role = 'agent') => {
    const response = await test.send('PUT', `/api/views/${id}`, body, role);
    return { status: response.status, ...(await response.json()) };
  };
  const remove = async (id: string, role: Role) =>
    (await test.request(`/api/views/${id}`, { method: 'DELETE' }, role)).status;
  const namesFor = async (role: Role): Promise<string[]> =>
    (await (await test.list('views', { range: [0, 99] }, role)).json()).map(
      ({ name }: { name: string }) => name,
    );

  beforeAll(async () => {
    test = await openOn(driver, 'views');
    await test.database.insert(customers).values([
      customerRow({ id: 'a', priority: 'high', stage: 'initiated', software: 'gbol', ...STUCK }),
      customerRow({
        ...{ id: 'b', priority: 'high', stage: 'invited', software: 'akxx', ...STUCK },
        assigneeId: test.personId('agent'),
        accountManagerId: test.personId('manager'),
      }),
      customerRow({ id: 'c', priority: 'low', stage: 'invited', ...STUCK }),
      customerRow({ id: 'moving', stage: 'invited' }),
      customerRow({ id: 'deleted', priority: 'high', deletedAt: NOW, ...STUCK }),
    ]);
  });
  afterAll(async () => {
    await test.close();
    expect(test.faults).toEqual([]);
  });

  it('keep what a list shows, and are their owner’s alone unless they are shared', async () => {
    const content = {
      filter: { stuck: true, priority: ['high', 'medium'], assigneeId: null },
      sort: { field: 'stuckAt', order: 'ASC' },
      columns: ['name', 'stuckAt'],
    };
    const own = await save({ name: 'My own', ...content });
    expect(own).toMatchObject({
      status: 201,
      ...{ ...content, page: 'queue', shared: false, isDefault: false },
      ownerId: test.personId('agent'),
    });
    const shared = await save({ name: 'Ours', shared: true });
    expect(await namesFor('agent')).toEqual(expect.arrayContaining(['My own', 'Ours']));
    for (const role of ['manager', 'admin'] as const) {
      expect(await namesFor(role)).toContain('Ours');
      expect(await namesFor(role)).not.toContain('My own');
      expect((await test.request(`/api/views/${own.id}`, {}, role)).status).toBe(404);
      expect((await change(own.id, { name: 'Mine now' }, role)).status).toBe(404);
      expect(await remove(own.id, role)).toBe(404);
    }
    expect((await change(shared.id, { name: 'Theirs' }, 'manager')).message).toBe(
      'Only its owner or an admin can edit a view.',
    );
    expect(await remove(shared.id, 'manager')).toBe(403);
    expect(await change(shared.id, { name: 'Everybody’s' }, 'admin')).toMatchObject({
      ...{ status: 200, name: 'Everybody’s', ownerId: test.personId('agent') },
    });
    expect(await change(shared.id, { shared: false }, 'admin')).toMatchObject({
      status: 422,
      errors: { shared: 'Only its owner can stop sharing a view.' },
    });
    expect(await remove(shared.id, 'admin')).toBe(200);
  });

  it.each([
    [{ filter: { shoeSize: 44 } }, 'filter', 'shoeSize'],
    [{ filter: { stage: 'lost' } }, 'filter', 'stage'],
    [{ filter: { assigneeId: 'nobody' } }, 'filter', 'No user with the ID nobody.'],
    [{ filter: { accountManagerId: ['nobody', null] } }, 'filter', 'No user with the ID nobody.'],
    [{ filter: { q: 'a\u0000b' } }, 'filter', 'a character we can’t store'],
    [{ filter: { software: Array(999).fill('software') } }, 'filter', 'Too many filters'],
    [{ filter: [] }, 'filter', 'expected record'],
    [{ sort: { field: 'shoeSize', order: 'ASC' } }, 'sort', 'Unknown field “shoeSize”.'],
    [{ sort: { field: 'name', order: 'up' } }, 'sort.order', 'Invalid option'],
    [{ columns: ['name', 'shoeSize'] }, 'columns', 'Unknown column “shoeSize”.'],
    [{ name: ' ' }, 'name', 'This field is required.'],
    [{ resource: 'notes' }, 'resource', 'Invalid'],
  ])('refuse %j, and say what is wrong', async (wrong, field, message) => {
    const answer = await save({ name: 'Wrong', ...wrong });
    expect(answer).toMatchObject({
      status: 422,
      errors: { [field]: expect.stringContaining(message) },
    });
  });

  it('stay as they are when a person they name leaves, until someone changes that', async () => {
    await test.database.insert(users).values({ id: 'leaver', name: 'Lea', email: 'lea@desk.test' });
    const { status: _, ...view } = await save({ name: 'Lea’s', filter: { assigneeId: 'leaver' } });
    await test.database.update(users).set({ active: false }).where(eq(users.id, 'leaver'));
    expect(await change(view.id, { ...view, name: 'Lea’s cases' })).toMatchObject({ status: 200 });
    expect(await change(view.id, { filter: { assigneeId: ['leaver'] } })).toMatchObject({
      status: 422,
      errors: { filter: 'Lea has left.' },
    });
  });

  it('have one default for the team, which an admin chooses, and one for each person', async () => {
    const team = { shared: true, isDefault: true };
    expect(await save({ name: 'Agent’s choice', ...team })).toMatchObject({
      status: 403,
      errors: { isDefault: expect.stringContaining('Only an admin') },
    });
    const shared = await save({ name: 'Shared', shared: true });
    expect((await change(shared.id, { isDefault: true })).status).toBe(403);
    const first = await save({ name: 'First', ...team }, 'admin');
    const own = await save({ name: 'Own', isDefault: true });
    const elsewhere = await save({ name: 'Portfolio', page: 'customers', ...team }, 'admin');
    expect((await change(shared.id, { isDefault: true }, 'admin')).status).toBe(200);
    // What is the team’s default stays so when its owner, who is no admin, gives it another name.
    expect((await change(shared.id, { name: 'Still shared' })).status).toBe(200);
    const next = await save({ name: 'Next', isDefault: true });
    const defaults = await (
      await test.list('views', { filter: { isDefault: true } }, 'agent')
    ).json();
    expect(defaults.map(({ id }: { id: string }) => id).sort()).toEqual(
      [shared.id, elsewhere.id, next.id].sort(),
    );
    for (const { id } of [first, own])
      expect((await test.request(`/api/views/${id}`, {}, 'admin')).status).toBe(
        id === own.id ? 404 : 200,
      );
  });

  it('are limited in number', async () => {
    const { length } = await namesFor('manager');
    await test.database.insert(views).values(
      Array.from({ length: 50 }, (_, index) => ({
        ...{ id: crypto.randomUUID(), name: `No. ${index}`, ownerId: test.personId('manager') },
        ...({ resource: 'customers', page: 'queue' } as const),
        ...{ filter: {}, columns: [], shared: false, isDefault: false, createdAt: NOW },
      })),
    );
    expect(await save({ name: 'One more' }, 'manager')).toMatchObject({
      status: 422,
      errors: { name: 'You have 50 views. Delete one first.' },
    });
    expect(await namesFor('manager')).toHaveLength(length + 50);
  });

  it('go with the personal data of a customer they name', async () => {
    const { id } = await (
      await test.send('POST', '/api/customers', {
        name: 'Ada Ltd',
        contactEmail: 'ada@ada.example',
      })
    ).json();
    await save({ name: 'Subsidiaries', filter: { parentId: id } });
    await save({ name: 'By address', filter: { q: ' ADA@ada.example' } });
    await save({ name: 'Ask Ada Ltd again' });
    await save({ name: 'Canada Ltd', filter: { q: 'Ltd' } });
    const erasure = { name: 'Ada Ltd' };
    const erased = await test.send('POST', `/api/customers/${id}/erasure`, erasure);
    expect(await erased.json()).toMatchObject({ goes: { views: 3 } });
    const names = await namesFor('agent');
    expect(names).toContain('Canada Ltd');
    for (const name of ['Subsidiaries', 'By address', 'Ask Ada Ltd again'])
      expect(names).not.toContain(name);
  });

  const countsOf = async (filters: object[], role: Role = 'agent') =>
    (
      await test.json(
        `/api/customers/counts?${new URLSearchParams({ filters: JSON.stringify(filters) })}`,
        role,
      )
    ).counts;
  const groupsOf = async (filter: object) =>
    (
      await test.json(
        `/api/customers/groups?${new URLSearchParams({ filter: JSON.stringify(filter) })}`,
      )
    ).groups;

  it('count the rows that the list shows with each, in one request', async () => {
    const filters = [
      { stuck: true },
      { stuck: true, assigneeId: null },
      { stuck: true, assigneeId: test.personId('agent') },
      {},
      { shoeSize: 44 },
    ];
    expect(await countsOf(filters)).toEqual([3, 2, 1, 4, null]);
    await setVisibility(test, true, 'agents');
    expect(await countsOf(filters, 'manager')).toEqual([1, 0, 1, 1, null]);
    await setVisibility(test, false);
    expect((await test.request('/api/customers/counts?filters={}')).status).toBe(400);
  });

  it('have filters with the number of customers that each would show', async () => {
    const value = (name: string | null, count: number) => ({ value: name, count });
    const { priority, stage, software, assigneeId } = await groupsOf({
      stuck: true,
      priority: 'high',
    });
    expect(priority).toEqual([value('high', 2), value('low', 1)]);
    expect(stage).toEqual([value('invited', 1), value('initiated', 1)]);
    expect(software).toEqual(expect.arrayContaining([value('akxx', 1), value('gbol', 1)]));
    expect(assigneeId).toEqual(
      expect.arrayContaining([value(test.personId('agent'), 1), value(null, 1)]),
    );
  });

  it.each([
    [{}],
    [{ stuck: true }],
    [{ stuck: true, priority: 'high' }],
    [{ stuck: true, stage: 'invited', software: ['akxx', 'gbol'] }],
    [{ labels: ['Renewal'], assigneeId: null }],
  ])('count what the list shows with each value beside %j', async (filter) => {
    await test.database.update(customers).set({ labels: ['Renewal', 'VIP'] });
    const groups: Record<string, { value: string | null; count: number }[]> =
      await groupsOf(filter);
    for (const [field, values] of Object.entries(groups)) {
      expect(values.length, field).toBeGreaterThan(0);
      const filters = values.map(({ value }) => ({
        ...filter,
        [field]: field === 'labels' ? [value] : value,
      }));
      expect(await countsOf(filters), field).toEqual(values.map(({ count }) => count));
    }
    await test.database.update(customers).set({ labels: [] });
  });
});
