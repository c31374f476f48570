import { PASSWORD } from '../support/api.ts';

/** What one resource offers to clients. */
type Offer = {
  resource: string;
  /** A field and a value of it that some of the records have. */
  reference: [target: string, id: string | number];
  /** Two changes, where records may be changed. */
  changes?: [object, object];
  /** A new record, where records may be added; those may be deleted as well, unless they are lasting. */
  add?: (number: number) => object;
  lasting?: true;
  /** What a new record carries that is never shown. */
  secret?: object;
  /** What the API notes with each change, whatever is sent. */
  stamps?: string[];
};

export const OFFERS: Offer[] = [
  {
    resource: 'customers',
    reference: ['software', 'gbol'],
    changes: [{ contactName: 'Ada' }, { contactName: null, contactEmail: 'ada@acme.example' }],
    add: (number) => ({ name: `New customer ${number}`, contactName: 'Grace' }),
    lasting: true,
  },
  {
    resource: 'notes',
    reference: ['customerId', 'customer-1'],
    changes: [{ text: 'They call back' }, { kind: 'call' }],
    add: (number) => ({
      customerId: `customer-${number % 2}`,
      kind: 'note',
      text: `No. ${number}`,
    }),
  },
  {
    resource: 'emails',
    reference: ['customerId', 'customer-1'],
    // Kept for want of SMTP, which is there by now.
    changes: [{ state: 'queued' }, { state: 'queued' }],
    add: (number) => ({
      ...{ customerId: `customer-${number % 60}`, template: 'guide', note: `No. ${number}` },
    }),
    lasting: true,
  },
  {
    resource: 'email-templates',
    reference: ['id', 'guide'],
    changes: [{ subject: 'About {{ customer.name }}' }, { body: 'Open {{ link.url }}' }],
    stamps: ['changedAt', 'changedById'],
  },
  {
    resource: 'users',
    reference: ['role', 'agent'],
    changes: [{ name: 'Grace' }, { name: 'Edsger' }],
    add: (number) => ({ name: `Person ${number}`, email: `${number}@acme.example`, role: 'agent' }),
    secret: { password: PASSWORD },
  },
  {
    resource: 'software',
    reference: ['complexity', 'complex'],
    changes: [{ complexity: 'simple' }, { complexity: 'moderate' }],
  },
  {
    resource: 'stuck-rules',
    reference: ['hours', 24],
    changes: [{ hours: 1.5 }, { hours: 12, onPremiseHours: 24 }],
  },
  { resource: 'journeys', reference: ['customerId', 'customer-1'] },
  { resource: 'attempts', reference: ['customerId', 'customer-1'] },
  { resource: 'events', reference: ['customerId', 'customer-1'] },
  { resource: 'deliveries', reference: ['customerId', 'customer-1'] },
];

export const CHANGING = OFFERS.flatMap((one) =>
  one.changes ? [{ ...one, changes: one.changes }] : [],
);
export const ADDING = OFFERS.flatMap((one) => (one.add ? [{ ...one, add: one.add }] : []));
export const DELETING = ADDING.filter(({ lasting }) => !lasting);

type Lack = [method: 'create' | 'update' | 'updateMany' | 'delete' | 'deleteMany', verb: string];

/** The provider's methods that a resource has not, with what is allowed instead. */
export const LACKS = OFFERS.flatMap(({ resource, changes, add, lasting }) => {
  const noAdding: Lack[] = [['create', 'POST']];
  const noDeleting: Lack[] = [
    ['delete', 'DELETE'],
    ['deleteMany', 'DELETE'],
  ];
  const noChanging: Lack[] = [
    ['update', 'PUT'],
    ['updateMany', 'PUT'],
  ];
  return [
    ...(add ? [] : noAdding),
    ...(add && !lasting ? [] : noDeleting),
    ...(changes ? [] : noChanging),
  ].map(([method, verb]) => ({
    ...{ resource, method, verb },
    allow: changes && method !== 'create' ? 'GET, PUT' : 'GET',
  }));
});
