import { listPath } from '../support/api.ts';

/** Malformed parameters. */
const MALFORMED: [query: string, parameter: string, message: string][] = [
  ['customers?sort=name', 'sort', 'like ["name","ASC"]'],
  ['customers?sort=["name"]', 'sort', 'like ["name","ASC"]'],
  ['customers?sort=["name","UP"]', 'sort', 'ASC or DESC'],
  ['customers?sort=["shoeSize","ASC"]', 'sort', 'Unknown field “shoeSize”'],
  ['customers?sort=["constructor","ASC"]', 'sort', 'Unknown field “constructor”'],
  ['users?sort=["emailVerified","ASC"]', 'sort', 'Unknown field “emailVerified”'],
  ['customers?sort=["name","ASC"]&sort=["id","ASC"]', 'sort', 'expected string'],
  ['customers?range=all', 'range', 'like [0,24]'],
  ['customers?range=[0]', 'range', 'like [0,24]'],
  ['customers?range=[9,0]', 'range', 'like [0,24]'],
  ['customers?range=[-1,9]', 'range', 'like [0,24]'],
  ['customers?range=[0,1.5]', 'range', 'like [0,24]'],
  ['customers?range=[0,1000]', 'range', 'at most 1000 rows'],
  ['customers?filter={stage}', 'filter', 'a JSON object'],
  ['customers?filter=[]', 'filter', 'a JSON object'],
  ['customers?filter=null', 'filter', 'a JSON object'],
];

/** Well-formed filters with unknown fields or invalid values. */
const INVALID_FILTERS: [resource: string, filter: object, message: string][] = [
  ['customers', { shoeSize: 44 }, 'shoeSize: Unknown field.'],
  ['customers', { constructor: 1 }, 'constructor: Unknown field.'],
  ['customers', { name_like: 'a' }, 'name_like: Unknown field.'],
  ['users', { password: 'a' }, 'password: Unknown field.'],
  ['users', { emailVerified: true }, 'emailVerified: Unknown field.'],
  ['journeys', { q: 'a' }, 'q: Unknown field.'],
  ['customers', { q: 5 }, 'q: Must be text.'],
  ['customers', { q: 'a'.repeat(201) }, 'q: At most 200 characters.'],
  ['customers', { name: 'a'.repeat(2001) }, 'name: At most 2000 characters.'],
  ['customers', { id: Array(1001).fill('a') }, 'id: At most 1000 values.'],
  [
    'customers',
    Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`a${index}`, 1])),
    'At most 50 fields.',
  ],
  ['customers', { stage: 'nowhere' }, 'stage: Invalid option'],
  ['customers', { stage: ['created', 'nowhere'] }, 'stage: Invalid option'],
  ['customers', { name: { gt: 'a' } }, 'name: Invalid input: expected string'],
  ['customers', { connected: 'yes' }, 'connected: Invalid input: expected boolean'],
  ['customers', { stuck: 1 }, 'stuck: Invalid input: expected boolean'],
  ['customers', { failedAttempts: '3' }, 'failedAttempts: Invalid input: expected number'],
  ['customers', { failedAttempts: 1e12 }, 'failedAttempts: Too big'],
  ['customers', { failedAttempts_gte: null }, 'failedAttempts_gte: Invalid input'],
  ['customers', { failedAttempts_lt: [1] }, 'failedAttempts_lt: Invalid input'],
  ['customers', { stuckAt_lt: 'yesterday' }, 'stuckAt_lt: Invalid ISO datetime'],
  ['customers', { createdAt_lt: '2026-02-30T00:00:00Z' }, 'createdAt_lt: Invalid ISO datetime'],
  ['customers', { cohort: 'first' }, 'cohort: Invalid input: expected object'],
  [
    'customers',
    {
      cohort: {
        ...{ kind: 'first', which: 'ripe' },
        ...{ from: '2026-03-01T00:00:00Z', to: '2026-03-02T00:00:00Z' },
      },
    },
    'cohort.days: Enter 1–90 whole days.',
  ],
  ['customers', { attempted: 'gbol' }, 'attempted: Invalid input: expected object'],
  [
    'customers',
    { attempted: { software: 'gbol', which: 'any', from: '2026-03-01', to: '2026-03-02' } },
    'attempted.which: Invalid option',
  ],
  [
    'customers',
    { attribute: { name: 'size', value: '44', from: '2026-03-01', to: '2026-03-02' } },
    'attribute.from: Invalid ISO datetime',
  ],
  ['notes', { id: 'no-uuid' }, 'id: Invalid UUID'],
  ['customers', { name: 'a\0' }, 'a NUL character'],
  ['customers', { id: ['a\0'] }, 'a NUL character'],
  ['customers', { q: 'a\0' }, 'a NUL character'],
  ['customers', { tags: { a: '\0' } }, 'a NUL character'],
  ['customers', { createdAt_gt: '0000-01-01T00:00:00Z' }, 'The year must be from 1 to 9999'],
];

/** Invalid lists: the path, the invalid parameter and its error. */
export const INVALID_QUERIES: [path: string, parameter: string, message: string][] = [
  ...MALFORMED.map(([query, ...rest]): [string, string, string] => [`/api/${query}`, ...rest]),
  ...INVALID_FILTERS.map(([resource, filter, message]): [string, string, string] => [
    listPath(resource, { filter }),
    'filter',
    message,
  ]),
];
