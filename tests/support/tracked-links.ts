import type { LinkRecord } from '../../src/api/links/resource.ts';
import { ORIGIN, type TestApi } from './api.ts';

/** Creates a customer with a tracked link, in the sandbox’s Codat too. */
export const linkedCustomer = async (test: TestApi, name = 'Brennan & Osei LLP') => {
  const body = { name, contactName: 'Tom Ellery', contactEmail: 'tom@brennan.example' };
  const { id } = await (await test.send('POST', '/api/customers', body, 'agent')).json();
  const made = await test.send('POST', '/api/links', { customerId: id }, 'agent');
  const link: LinkRecord = await made.json();
  const path = link.address.replace(ORIGIN, '');
  const opened = async () =>
    (await test.list('events', { filter: { customerId: id, type: 'link.opened' } })).json();
  return {
    id,
    link,
    path,
    token: path.replace('/l/', ''),
    /** Clicks the link page’s button, in a browser without cookies. */
    press: (fields: Record<string, string> = {}) =>
      test.request(path, { method: 'POST', body: new URLSearchParams(fields) }, null),
    /** Opens the link’s page without clicking its button. */
    view: () => test.request(path, {}, null),
    customer: () => test.json(`/api/customers/${id}`),
    stored: (): Promise<LinkRecord> => test.json(`/api/links/${link.id}`),
    opened,
    /** The customer’s events of a type. */
    events: async (type: string) =>
      (await test.list('events', { filter: { customerId: id, type } })).json(),
    connection: (software = 'akxx') => test.sandbox.world.selectSoftware(id, software),
  };
};

export type LinkedCustomer = Awaited<ReturnType<typeof linkedCustomer>>;
