import type { ResourceName } from '../../src/common/permissions.ts';
import { PASSWORD } from '../support/api.ts';

/**
 * All but what isn’t a list of records, has a single one or one at a time, comes with companies’ owners, or shows
 * everyone their own, or what lasts no longer than a tab.
 */
type Offered = Exclude<
  ResourceName,
  | 'metrics'
  | 'codat-settings'
  | 'workspace-settings'
  | 'syncs'
  | 'codat-owners'
  | 'sessions'
  | 'presence'
  | 'digest-settings'
>;

/** What one resource offers to clients. */
type Offer = {
  /** A field and a value that some records have. */
  reference: [target: string, id: string | number];
  /** Two changes, if records can be changed. */
  changes?: [object, object];
  /** Creates a new record, if records can be added. They can also be deleted, unless they are lasting. */
  add?: (number: number) => object;
  lasting?: true;
  /** Deleting a record leaves it behind, marked. */
  kept?: true;
  /** Replaces `add`: an upload that creates records, of which only the state can be changed. */
  file?: string;
  /** Fields of a new record that are never returned. */
  secret?: object;
  /** A field that only the answer to its creation has. */
  once?: string;
  /** Fields that the API sets with each change. */
  stamps?: string[];
};

const OFFERED: Record<Offered, Offer> = {
  customers: {
    reference: ['software', 'gbol'],
    changes: [
      { contactName: 'Ada', contacts: { it: { name: 'Bo', email: null, phone: '020 7946 0123' } } },
      { contactName: null, contactEmail: 'ada@acme.example', labels: ['VIP'] },
    ],
    add: (number) => ({
      name: `New customer ${number}`,
      contactName: 'Grace',
      contactPhone: '020 7946 0123',
    }),
    lasting: true,
  },
  notes: {
    reference: ['customerId', 'customer-1'],
    changes: [{ text: 'They call back' }, { text: 'They called' }],
    add: (number) => ({
      customerId: `customer-${number % 2}`,
      kind: 'note',
      text: `No. ${number}`,
    }),
  },
  emails: {
    reference: ['customerId', 'customer-1'],
    // They were kept without SMTP, which is available now.
    changes: [{ state: 'queued' }, { state: 'queued' }],
    add: (number) => ({
      ...{ customerId: `customer-${number % 60}`, template: 'guide', note: `No. ${number}` },
    }),
    lasting: true,
  },
  'email-templates': {
    reference: ['id', 'guide'],
    changes: [{ subject: 'About {{ customer.name }}' }, { body: 'Open {{ link.url }}' }],
    stamps: ['changedAt', 'changedById'],
  },
  users: {
    reference: ['role', 'agent'],
    changes: [{ name: 'Grace' }, { name: 'Edsger' }],
    add: (number) => ({ name: `Person ${number}`, email: `${number}@acme.example`, role: 'agent' }),
    secret: { password: PASSWORD },
    kept: true,
  },
  invitations: {
    reference: ['role', 'agent'],
    add: (number) => ({
      ...{ name: `Invited ${number}`, email: `invited-${number}@acme.example`, role: 'agent' },
    }),
  },
  software: {
    reference: ['complexity', 'complex'],
    changes: [{ complexity: 'simple' }, { complexity: 'moderate', oneTime: true }],
  },
  'stuck-rules': {
    reference: ['hours', 24],
    stamps: ['changedAt', 'changedById'],
    changes: [{ hours: 1.5 }, { hours: 12, onPremiseHours: 24 }],
  },
  'contact-imports': {
    reference: ['state', 'previewed'],
    file: 'Customer id,Name\ncustomer-1,Bo\nnobody,Cy\ncustomer-0,Di,1\n',
  },
  'contact-import-lines': { reference: ['outcome', 'faulty'] },
  links: {
    reference: ['customerId', 'customer-1'],
    changes: [{ revokedAt: '2026-03-10T12:00:00.000Z' }, { revokedAt: null }],
    add: (number) => ({ customerId: `customer-${number % 60}` }),
    lasting: true,
  },
  'api-keys': {
    reference: ['name', 'Program 1'],
    add: (number) => ({ name: `Program ${number}`, scopes: ['read'] }),
    once: 'key',
  },
  views: {
    reference: ['name', 'View 1'],
    changes: [{ name: 'Calls' }, { filter: { stuck: true, priority: ['high', 'low'] } }],
    add: (number) => ({ name: `View ${number}`, resource: 'customers' }),
  },
  alerts: {
    reference: ['kind', 'untouched'],
    changes: [{ name: 'Cases' }, { hours: 48, enabled: false }],
    add: (number) => ({
      ...{ name: `Alert ${number}`, kind: 'untouched', hours: 24 },
      ...{ channel: 'email', to: `${number}@acme.example` },
    }),
  },
  'alert-messages': {
    reference: ['event', 'opened'],
    // They were kept without SMTP, which is available now.
    changes: [{ state: 'queued' }, { state: 'queued' }],
    lasting: true,
  },
  journeys: { reference: ['customerId', 'customer-1'] },
  attempts: { reference: ['customerId', 'customer-1'] },
  events: { reference: ['customerId', 'customer-1'] },
  activity: { reference: ['resource', 'notes'] },
  deliveries: { reference: ['customerId', 'customer-1'] },
  'raised-cases': {
    reference: ['customerId', 'customer-1'],
    changes: [{ reference: '4711' }, { note: 'Codat linked it again', text: 'No data arrives' }],
    add: (number) => ({
      customerId: `customer-${number % 60}`,
      text: `No. ${number}`,
    }),
    lasting: true,
  },
  incidents: {
    reference: ['software', 'gbol'],
    changes: [{ note: 'Xero knows' }, { note: null, closed: true }],
    stamps: ['closedAt', 'closedById', 'open'],
  },
  'codat-checks': { reference: ['customerId', 'customer-1'] },
};

export const OFFERS = Object.entries(OFFERED).map(([resource, offer]) => ({ resource, ...offer }));

export const CHANGING = OFFERS.flatMap((one) =>
  one.changes ? [{ ...one, changes: one.changes }] : [],
);
export const ADDING = OFFERS.flatMap((one) => (one.add ? [{ ...one, add: one.add }] : []));
export const IMPORTING = OFFERS.flatMap((one) => (one.file ? [{ ...one, file: one.file }] : []));
export const DELETING = ADDING.filter(({ lasting, kept }) => !lasting && !kept);

type Unsupported = [
  method: 'create' | 'update' | 'updateMany' | 'delete' | 'deleteMany',
  verb: string,
];

/** The provider’s methods that a resource doesn’t support, with the methods that are allowed. */
export const UNSUPPORTED = OFFERS.flatMap(({ resource, changes, add, file, lasting }) => {
  const noAdding: Unsupported[] = [['create', 'POST']];
  const noDeleting: Unsupported[] = [
    ['delete', 'DELETE'],
    ['deleteMany', 'DELETE'],
  ];
  const noChanging: Unsupported[] = [
    ['update', 'PUT'],
    ['updateMany', 'PUT'],
  ];
  return [
    ...(add || file ? [] : noAdding),
    ...(add && !lasting ? [] : noDeleting),
    ...(changes || file ? [] : noChanging),
  ].map(([method, verb]) => ({
    ...{ resource, method, verb },
    allow:
      method === 'create'
        ? 'GET'
        : ['GET', ...(changes || file ? ['PUT'] : []), ...(add && !lasting ? ['DELETE'] : [])].join(
            ', ',
          ),
  }));
});
