import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runSync } from '../../src/codat/sync.ts';
import { rebuild } from '../../src/database/folding/rebuild.ts';
import { addHours } from '../../src/journey/instant.ts';
import { DRIVERS, openOn, type TestApi } from '../support/api.ts';
import { company, webhookBody } from '../support/payloads.ts';

describe.each(DRIVERS)('owners in Codat on $name', (driver) => {
  let test: TestApi;
  let lena: string;
  let tom: string;

  const passHour = () => {
    test.clock.now = addHours(test.clock.now, 1);
  };
  /** Creates a company with owners, as its webhook tells. */
  const create = async (id: string, ...ownerUserIds: string[]) => {
    passHour();
    test.sandbox.world.createCompany({ id, name: `Company ${id}`, ownerUserIds });
    const payload = { ...company(id), ownerUserIds };
    await test.deliver(`created-${id}`, webhookBody({ eventType: 'company.created', payload }));
  };
  /** Changes the owners in Codat, which only a sync notices. */
  const own = async (id: string, ...ownerUserIds: string[]) => {
    passHour();
    test.sandbox.world.updateCompany(id, { ownerUserIds });
    passHour();
    await runSync(
      {
        ...{ database: test.database, codat: test.codat, now: () => test.clock.now },
        ...{ signal: new AbortController().signal, waitUntil: async () => {} },
        ...{ onProgress: () => {}, onError: () => {} },
      },
      'changes',
    );
  };
  const stand = async (owner: string, personId: string | null) => {
    passHour();
    const response = await test.send('PUT', `/api/codat-owners/${owner}`, { personId });
    expect(response.status).toBe(200);
  };
  const change = async (id: string, changes: object) => {
    passHour();
    expect((await test.send('PUT', `/api/customers/${id}`, changes)).status).toBe(200);
  };
  const managerOf = async (id: string): Promise<string | null> =>
    (await test.json(`/api/customers/${id}`)).accountManagerId;

  beforeAll(async () => {
    test = await openOn(driver, 'codat_owners');
    lena = test.personId('manager');
    tom = test.personId('admin');
  });
  afterAll(async () => {
    expect(await rebuild(test.database)).toMatchObject({ differing: [] });
    await test.close();
    expect(test.faults).toEqual([]);
  });

  it('are listed with the number of their companies and a few names', async () => {
    for (const id of ['a', 'b', 'c', 'd']) await create(`listed-${id}`, 'busy');
    await create('listed-e', 'busy', 'idle');
    const [busy] = await test.json('/api/codat-owners');
    expect(busy).toEqual({
      ...{ id: 'busy', personId: null, companies: 5 },
      examples: ['Company listed-a', 'Company listed-b', 'Company listed-c'],
    });
    expect(await test.json('/api/codat-owners/idle')).toMatchObject({ companies: 1 });
    await create('listed-twice', 'repeated', 'repeated');
    expect(await test.json('/api/codat-owners/repeated')).toMatchObject({
      ...{ companies: 1, examples: ['Company listed-twice'] },
    });
  });

  it('stand for a person, who gets their companies, present and new', async () => {
    await create('present', 'o-1');
    expect(await managerOf('present')).toBeNull();
    await stand('o-1', lena);
    expect(await managerOf('present')).toBe(lena);
    await create('new', 'o-1');
    expect(await managerOf('new')).toBe(lena);
    await stand('o-1', tom);
    expect([await managerOf('present'), await managerOf('new')]).toEqual([tom, tom]);
    await stand('o-1', null);
    expect([await managerOf('present'), await managerOf('new')]).toEqual([null, null]);
  });

  it('are followed when they change in Codat, and leave nobody when they go', async () => {
    await create('sold', 'seller', 'assistant');
    await create('bought', 'buyer');
    await stand('seller', lena);
    await stand('buyer', tom);
    expect(await managerOf('sold')).toBe(lena);
    await own('sold', 'buyer');
    expect(await managerOf('sold')).toBe(tom);
    await own('sold', 'seller', 'buyer');
    // Of two who are known, the present one stays.
    expect(await managerOf('sold')).toBe(tom);
    await own('sold');
    expect(await managerOf('sold')).toBeNull();
  });

  it.each(['by hand', 'by CSV'])(
    'don’t win against a choice %s, until it is removed',
    async (how) => {
      const [id, other] = [`chosen ${how}`, `other ${how}`];
      const owner = `owner ${how}`;
      await create(id, owner);
      await create(other, owner);
      await stand(owner, lena);
      if (how === 'by CSV') {
        passHour();
        const file = `Customer id,Account manager\n${id},admin@acme.example\n`;
        const uploaded = await (await test.upload('contact-imports', file)).json();
        const path = `/api/contact-imports/${uploaded.id}`;
        expect((await test.send('PUT', path, { state: 'applied' })).status).toBe(200);
      } else await change(id, { accountManagerId: tom });
      expect([await managerOf(id), await managerOf(other)]).toEqual([tom, lena]);
      await stand(owner, test.personId('agent'));
      expect([await managerOf(id), await managerOf(other)]).toEqual([tom, test.personId('agent')]);
      await own(id, 'somebody else');
      expect(await managerOf(id)).toBe(tom);
      await own(id, owner);
      await change(id, { accountManagerId: null });
      expect(await managerOf(id)).toBe(test.personId('agent'));
    },
  );

  it('are still followed after a client has sent the whole record back', async () => {
    await create('sent-back', 'o-2');
    await stand('o-2', lena);
    const record = await test.json('/api/customers/sent-back');
    await change('sent-back', { ...record, contactName: 'Ada' });
    await stand('o-2', tom);
    expect(await managerOf('sent-back')).toBe(tom);
  });

  it('stand for the person who gets the portfolio of someone who leaves', async () => {
    const person = { name: 'Leo Leaver', email: 'leo@acme.example', role: 'manager' };
    const body = { ...person, password: 'correct horse battery' };
    const { id: leo } = await (await test.send('POST', '/api/users', body)).json();
    await create('left-following', 'o-3');
    await create('left-by-hand', 'o-4');
    await stand('o-3', leo);
    await change('left-by-hand', { accountManagerId: leo });
    const leaving = { active: false, handOverTo: lena };
    expect((await test.send('PUT', `/api/users/${leo}`, leaving)).status).toBe(200);
    expect([await managerOf('left-following'), await managerOf('left-by-hand')]).toEqual([
      lena,
      lena,
    ]);
    await create('after', 'o-3');
    expect(await managerOf('after')).toBe(lena);
    await stand('o-3', tom);
    expect([await managerOf('left-following'), await managerOf('left-by-hand')]).toEqual([
      tom,
      lena,
    ]);
  });

  it('can’t stand for somebody who doesn’t exist', async () => {
    const personId = 'nobody';
    await create('wrong', 'o-5');
    const response = await test.send('PUT', '/api/codat-owners/o-5', { personId });
    expect(response.status).toBe(422);
    expect(Object.keys((await response.json()).errors)).toEqual(['personId']);
  });
});
