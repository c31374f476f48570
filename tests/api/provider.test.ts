import { fetchUtils, HttpError } from 'ra-core';
import simpleRestProvider from 'ra-data-simple-rest';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addHours } from '../../src/journey/instant.ts';
import { addMessages } from '../support/alert-messages.ts';
import { DRIVERS, NOW, openOn, type TestApi } from '../support/api.ts';
import { addIncident } from '../support/incidents.ts';
import { company, connection, webhookBody } from '../support/payloads.ts';
import { ADDING, CHANGING, DELETING, IMPORTING, OFFERS, UNSUPPORTED } from './offers.ts';

const provider = simpleRestProvider('/api', fetchUtils.fetchJson);

// biome-ignore lint/suspicious/noExplicitAny: stands for the records of every resource
type Row = any;

const sort = { field: 'id', order: 'ASC' } as const;
const byId = (rows: Row[]) => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));

const page = async (resource: string, number: number, perPage: number) =>
  provider.getList(resource, { pagination: { page: number, perPage }, sort, filter: {} });

const all = async (resource: string): Promise<Row[]> => (await page(resource, 1, 1000)).data;

/** The records without some fields. */
const without = (rows: Row[], names: string[] = []): Row[] =>
  rows.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name))),
  );

/** A company with a contact’s email. */
const reachable = (id: string) => ({
  ...company(id),
  tags: { contactEmail: `${id}@acme.example` },
});

const many = async (resource: string, ids: string[]): Promise<Row[]> =>
  byId((await provider.getMany(resource, { ids })).data);

describe.each(DRIVERS)('ra-data-simple-rest on $name', (driver) => {
  let test: TestApi;

  /** Creates a record and returns it as it is read later. */
  const create = async (
    { resource, add, secret, once }: (typeof ADDING)[number],
    number: number,
  ) => {
    const { data } = await provider.create(resource, { data: { ...add(number), ...secret } });
    const { [once ?? '']: shown, ...rest } = data;
    expect(shown).toEqual(once && expect.any(String));
    return rest;
  };

  beforeAll(async () => {
    test = await openOn(driver, 'provider');
    vi.stubGlobal('fetch', (path: string, init: RequestInit) => test.request(path, init));
    const ids = Array.from({ length: 60 }, (_, number) => `customer-${number}`);
    const deliver = (eventType: string, payload: (id: string) => unknown) => (id: string) =>
      test.deliver(`${eventType}:${id}`, webhookBody({ eventType, payload: payload(id) }));
    for (const id of ids) await deliver('company.created', reachable)(id);
    for (const id of ids.slice(0, 6)) await deliver('connection.created', connection)(id);
    await test.send('POST', '/api/customers/check', { ids: ids.slice(0, 6) });
    const { mailer } = test.ports;
    test.ports.mailer = null;
    for (const one of ADDING)
      for (let number = 0; number < 4; number += 1) await create(one, number);
    for (const { resource, file } of IMPORTING)
      for (let number = 0; number < 4; number += 1) await test.upload(resource, file);
    await addMessages(test.database, 8);
    for (let number = 0; number < 4; number += 1)
      await addIncident(test.database, { endedAt: addHours(NOW, -number) });
    test.ports.mailer = mailer;
  });
  afterAll(async () => {
    vi.unstubAllGlobals();
    await test.close();
    expect(test.faults).toEqual([]);
  });

  describe.each(OFFERS)('$resource', ({ resource, reference: [target, id] }) => {
    it('getList returns every record once, page by page', async () => {
      const { total = 0 } = await page(resource, 1, 1);
      const perPage = Math.ceil(total / 3);
      const pages = await Promise.all([1, 2, 3].map((number) => page(resource, number, perPage)));
      expect(total).toBeGreaterThan(3);
      expect(pages.flatMap(({ data }) => data)).toEqual(await all(resource));
      expect(new Set(pages.flatMap(({ data }) => data.map((row) => row.id))).size).toBe(total);
      expect(pages.map((one) => one.total)).toEqual([total, total, total]);
    });

    it('getOne and getMany return the same records as the list', async () => {
      const [first, second, third] = await all(resource);
      expect((await provider.getOne(resource, { id: second.id })).data).toEqual(second);
      expect(await many(resource, [third.id, first.id])).toEqual(byId([first, third]));
    });

    it('getManyReference returns the records that refer to a record', async () => {
      const expected = (await all(resource)).filter((row) => row[target] === id);
      expect(expected.length).toBeGreaterThan(0);
      const pagination = { page: 1, perPage: 1000 };
      expect(
        await provider.getManyReference(resource, { target, id, pagination, sort, filter: {} }),
      ).toEqual({ data: expected, total: expected.length });
    });
  });

  describe.each(CHANGING)('$resource', ({ resource, changes: [one, other], stamps }) => {
    it('update accepts the whole record and changes only the new values', async () => {
      const [before] = await all(resource);
      const after = { ...before, ...one };
      expect(after).not.toEqual(before);
      const params = { id: before.id, data: after, previousData: before };
      const { data } = await provider.update(resource, params);
      expect(without([data], stamps)).toEqual(without([after], stamps));
      expect((await provider.getOne(resource, { id: before.id })).data).toEqual(data);
    });

    it('updateMany changes the given fields of each record', async () => {
      const [, ...before] = (await all(resource)).slice(0, 4);
      const ids = before.map((row) => row.id);
      expect(await provider.updateMany(resource, { ids, data: other })).toEqual({ data: ids });
      const after = byId(before.map((row) => ({ ...row, ...other })));
      expect(without(await many(resource, ids), stamps)).toEqual(without(after, stamps));
    });
  });

  describe.each(ADDING)('$resource', (adding) => {
    const { resource, add, secret } = adding;

    it('create returns the record as stored, without secrets', async () => {
      const created = await create(adding, 100);
      expect(created).toMatchObject(add(100));
      for (const name of Object.keys(secret ?? {})) expect(created).not.toHaveProperty(name);
      expect((await provider.getOne(resource, { id: created.id })).data).toEqual(created);
    });
  });

  describe.each(DELETING)('$resource', (adding) => {
    const { resource } = adding;

    it('delete returns the record, which is then not found', async () => {
      const created = await create(adding, 101);
      const params = { id: created.id, previousData: created };
      expect(await provider.delete(resource, params)).toEqual({ data: created });
      await expect(provider.getOne(resource, params)).rejects.toMatchObject({ status: 404 });
      await expect(provider.delete(resource, params)).rejects.toMatchObject({ status: 404 });
    });

    it('deleteMany returns the ids and keeps all other records', async () => {
      const before = await all(resource);
      const ids = [(await create(adding, 102)).id, (await create(adding, 103)).id];
      expect(await provider.deleteMany(resource, { ids })).toEqual({ data: ids });
      expect(await all(resource)).toEqual(before);
    });
  });

  it.each(UNSUPPORTED)(
    '$resource rejects $method with 405 and allows $allow',
    async (unsupported) => {
      const { resource, method, verb, allow } = unsupported;
      const [first] = await all(resource);
      const params = { id: first.id, ids: [first.id], data: {}, previousData: first };
      const message = `${verb} isn’t possible here, only ${allow}.`;
      const call = provider[method] as (resource: string, params: object) => Promise<unknown>;
      await expect(call(resource, params)).rejects.toMatchObject({
        status: 405,
        message,
      });
      const path = `/api/${resource}${method === 'create' ? '' : `/${first.id}`}`;
      expect((await test.request(path, { method: verb })).headers.get('allow')).toBe(allow);
    },
  );

  it('getMany returns all of 60 records, and none for no ids', async () => {
    const ids = Array.from({ length: 60 }, (_, number) => `customer-${number}`);
    const found = await many('customers', ids);
    expect(found.map(({ id }) => id)).toEqual([...ids].sort());
    expect(await many('customers', [])).toEqual([]);
  });

  it('create reports invalid fields to the form', async () => {
    const data = { name: 'Ada', email: 'no address', role: 'agent', password: 'short' };
    const error = await provider.create('users', { data }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(HttpError);
    expect(error).toMatchObject({
      status: 422,
      message: expect.stringContaining('Enter a valid email address.'),
      body: {
        errors: { email: 'Enter a valid email address.', password: 'At least 12 characters.' },
      },
    });
  });
});
