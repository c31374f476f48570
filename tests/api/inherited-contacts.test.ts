import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rebuild } from '../../src/database/folding/rebuild.ts';
import { addHours } from '../../src/journey/instant.ts';
import { DRIVERS, openOn, type TestApi } from '../support/api.ts';
import { company, webhookBody } from '../support/payloads.ts';

const ADMINISTRATOR = { name: 'Bo', email: 'bo@acme.example', phone: null };
const KEPT = {
  contactName: 'Kofi Osei',
  contactPhone: '+44 20 7946 0000',
  contacts: { administrator: ADMINISTRATOR },
};
const NONE = { contactName: null, contactPhone: null, contacts: {} };

describe.each(DRIVERS)(
  'contacts of a company that is deleted and created again, on $name',
  (driver) => {
    let test: TestApi;

    beforeAll(async () => {
      test = await openOn(driver, 'inherited_contacts');
    });
    afterAll(async () => {
      expect(await rebuild(test.database)).toMatchObject({ differing: [] });
      await test.close();
      expect(test.faults).toEqual([]);
    });

    const deliver = async (type: 'created' | 'deleted', payload: object) => {
      const generatedDate = test.clock.now;
      const body = webhookBody({ eventType: `company.${type}`, generatedDate, payload });
      test.clock.now = addHours(test.clock.now, 1);
      expect((await test.deliver(crypto.randomUUID(), body)).status).toBe(204);
    };
    const create = (id: string, name: string, email?: string) =>
      deliver('created', { ...company(id, name), tags: email ? { contactEmail: email } : {} });
    const customer = (id: string) => test.json(`/api/customers/${id}`);
    const change = async (id: string, changes: object) => {
      expect((await test.send('PUT', `/api/customers/${id}`, changes)).status).toBe(200);
      test.clock.now = addHours(test.clock.now, 1);
    };

    /** A company with contacts that has been deleted. */
    const createFormer = async (id: string, name: string, email: string) => {
      await create(id, name);
      await change(id, { ...KEPT, contactEmail: email });
      await deliver('deleted', company(id, name));
      expect((await customer(id)).deletedAt).not.toBeNull();
    };

    it('come back by the email address in its tags, in any case, and only what it lacks', async () => {
      await createFormer('tagged-1', 'Tagged', 'kofi@tagged.example');
      await create('tagged-2', 'Tagged', 'Kofi@Tagged.example');
      expect(await customer('tagged-2')).toMatchObject({
        ...KEPT,
        contactEmail: 'Kofi@Tagged.example',
      });
      const tags = { contactEmail: 'kofi@tagged.example', contactName: 'K. Osei' };
      await deliver('created', { ...company('tagged-3', 'Tagged'), tags });
      expect(await customer('tagged-3')).toMatchObject({ ...KEPT, contactName: 'K. Osei' });
    });

    it('come back when someone enters the email address', async () => {
      await createFormer('entered-1', 'Entered', 'kofi@entered.example');
      await create('entered-2', 'Entered again');
      expect(await customer('entered-2')).toMatchObject(NONE);
      await change('entered-2', { contactEmail: 'kofi@entered.example' });
      expect(await customer('entered-2')).toMatchObject(KEPT);
      await change('entered-2', { contactPhone: null, contacts: { administrator: null } });
      await change('entered-2', { contactEmail: 'kofi@entered.example', contactName: 'Kofi' });
      expect(await customer('entered-2')).toMatchObject({
        contactName: 'Kofi',
        contactPhone: null,
      });
    });

    it('come back by the sync and by adding the customer by hand', async () => {
      await createFormer('synced-1', 'Synced', 'kofi@synced.example');
      const added = await test.send('POST', '/api/customers', {
        name: 'Synced',
        contactEmail: 'kofi@synced.example',
      });
      expect(await customer((await added.json()).id)).toMatchObject(KEPT);
    });

    it('don’t go to another company with an address that several share', async () => {
      const shared = 'accountant@shared.example';
      await createFormer('shared-1', 'One', shared);
      await create('shared-2', 'Two', shared);
      expect(await customer('shared-2')).toMatchObject(KEPT);
      await createFormer('shared-3', 'Three', shared);
      await create('shared-4', 'Four', shared);
      expect(await customer('shared-4')).toMatchObject(NONE);
      await create('shared-5', 'three', shared);
      expect(await customer('shared-5')).toMatchObject(KEPT);
    });

    it('stay where they are while the company exists, and without an address', async () => {
      await create('living-1', 'Living');
      await change('living-1', { ...KEPT, contactEmail: 'kofi@living.example' });
      await create('living-2', 'Living', 'kofi@living.example');
      expect(await customer('living-2')).toMatchObject(NONE);
      await createFormer('silent-1', 'Silent', 'kofi@silent.example');
      await create('silent-2', 'Silent');
      expect(await customer('silent-2')).toMatchObject(NONE);
    });
  },
);
