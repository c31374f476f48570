import type { METRICS } from '../../src/api/metrics/routes.ts';
import type { TestApi } from '../support/api.ts';

/** Whose a customer is, for the account manager who asks: their own, a colleague’s, or nobody’s. */
export const WHOSE = ['own', 'other', 'none'] as const;
export type Whose = (typeof WHOSE)[number];

/** Each customer connects other software, so that numbers tell them apart. */
export const CUSTOMERS = {
  own: { id: 'c-own', key: 'gbol' },
  other: { id: 'c-other', key: 'akxx' },
  none: { id: 'c-none', key: 'rvam' },
} as const satisfies Record<Whose, { id: string; key: string }>;

/**
 * How the answer of a route tells whether the person sees a customer:
 * - `record` or `body`: by its status. One out of sight gets 404, whatever the request would do, or 422 if it is the body that
 *   names the customer.
 * - `list`: by the records in it, and by its total.
 * - `csv`: by the names of customers in the file.
 * - `import`: by its status, but it is the uploader’s, not the customer’s.
 * - `nobody`: it says nothing about any customer, so that everybody gets the same.
 * - a function of the answer’s JSON: by a number.
 */
type Shows =
  | 'record'
  | 'body'
  | 'csv'
  | 'list'
  | 'import'
  | 'nobody'
  | ((answer: never, key: string) => boolean);

type Coded = { software: string | null };

const NUMBERS: Record<keyof typeof METRICS, Shows> = {
  overview: ({ stuckNow }: { stuckNow: { count: number } }) => stuckNow.count > 0,
  funnel: ({ sample }: { sample: number }) => sample > 0,
  curve: ({ of }: { of: number }) => of > 0,
  weekly: ({ weeks }: { weeks: { of: number }[] }) => weeks.some(({ of }) => of > 0),
  reasons: ({ weeks }: { weeks: { reasons: unknown[] }[] }) =>
    weeks.some(({ reasons }) => reasons.length > 0),
  software: ({ software }: { software: { id: string }[] }, key) =>
    software.some(({ id }) => id === key),
  // What the team changed concerns all customers.
  marks: 'nobody',
  portfolio: ({ becameStuck }: { becameStuck: { customers: Coded[] } }, key) =>
    becameStuck.customers.some(({ software }) => software === key),
  queue: ({ groups }: { groups: Coded[] }, key) => groups.some(({ software }) => software === key),
  actions: ({ sample, pending }: { sample: number; pending: number }) => sample + pending > 0,
  // Of fewer than thirty customers, it says nothing.
  evidence: 'nobody',
  managers: ({ all }: { all: { of: number } }) => all.of > 0,
  // Of three customers, it says nothing.
  dropoff: 'nobody',
};

/** The metrics that can be asked about software. */
export const BY_SOFTWARE = [
  'overview',
  'curve',
  'funnel',
  'weekly',
  'reasons',
  'actions',
  'managers',
];

/** What each route shows of customers. A route that isn’t here fails a test. */
export const SHOWS: Record<string, Shows> = {
  'GET /api/customers': 'list',
  'POST /api/customers': 'nobody',
  'POST /api/customers/bulk': ({ skipped }: { skipped: { reason: string }[] }) =>
    skipped.every(({ reason }) => reason !== 'unknown'),
  'GET /api/customers/{id}': 'record',
  'PUT /api/customers/{id}': 'record',
  'POST /api/customers/{id}/link-url': 'record',
  'GET /api/customers/{id}/erasure': 'record',
  'POST /api/customers/{id}/erasure': 'record',
  'POST /api/customers/{id}/export': 'record',
  'POST /api/customers/{id}/link-shared': 'record',
  'GET /api/customers/counts': ({ counts }: { counts: number[] }) => counts[0] === 1,
  'GET /api/customers/groups': ({ groups }: { groups: { software: { value: string }[] } }, key) =>
    groups.software.some(({ value }) => value === key),
  'POST /api/customers/{id}/check': 'record',
  'POST /api/customers/check': 'body',
  'GET /api/raised-cases': 'list',
  'POST /api/raised-cases': 'body',
  'GET /api/raised-cases/{id}': 'record',
  'PUT /api/raised-cases/{id}': 'record',
  'GET /api/codat-checks': 'list',
  'GET /api/codat-checks/{id}': 'record',
  'GET /api/journeys': 'list',
  'GET /api/journeys/{id}': 'record',
  'POST /api/journeys/{id}/close': 'record',
  'POST /api/journeys/{id}/reopen': 'record',
  'GET /api/attempts': 'list',
  'GET /api/attempts/{id}': 'record',
  'POST /api/attempts/{id}/correct': 'record',
  'GET /api/activity': 'list',
  'GET /api/activity/{id}': 'record',
  'GET /api/activity.csv': 'csv',
  'GET /api/customers.csv': 'csv',
  'GET /api/events': 'list',
  'GET /api/events/{id}': 'record',
  'GET /api/notes': 'list',
  'POST /api/notes': 'body',
  'GET /api/notes/{id}': 'record',
  'PUT /api/notes/{id}': 'record',
  'DELETE /api/notes/{id}': 'record',
  'GET /api/emails': 'list',
  'POST /api/emails': 'body',
  'GET /api/emails/{id}': 'record',
  'PUT /api/emails/{id}': 'record',
  'GET /api/emails/{id}/content': 'record',
  'POST /api/emails/preview': 'body',
  'POST /api/emails/bulk-preview': 'body',
  'POST /api/emails/bulk': 'body',
  'GET /api/links': 'list',
  'POST /api/links': 'body',
  'GET /api/links/{id}': 'record',
  'PUT /api/links/{id}': 'record',
  'GET /api/presence': 'list',
  'GET /api/presence/{id}': 'record',
  'PUT /api/presence/{id}': 'body',
  'DELETE /api/presence/{id}': 'nobody',
  'GET /api/contact-imports': 'nobody',
  'POST /api/contact-imports': 'nobody',
  'GET /api/contact-imports/{id}': 'import',
  'PUT /api/contact-imports/{id}': 'import',
  'GET /api/contact-import-lines': 'list',
  'GET /api/contact-import-lines/{id}': 'record',
  'GET /api/deliveries': 'list',
  'GET /api/deliveries/{id}': 'record',
  'POST /api/deliveries/process': 'nobody',
  'POST /api/deliveries/{id}/process': 'record',
  ...Object.fromEntries(
    Object.entries(NUMBERS).map(([name, shows]) => [`GET /api/metrics/${name}`, shows]),
  ),
  ...Object.fromEntries(
    [
      ...['GET /api/email-templates', 'GET /api/email-templates/{id}'],
      ...['PUT /api/email-templates/{id}', 'GET /api/email-templates/placeholders'],
      ...['POST /api/email-templates/{id}/reset', 'POST /api/email-templates/{id}/test'],
      ...['GET /api/software', 'GET /api/software/{id}', 'PUT /api/software/{id}'],
      ...['GET /api/stuck-rules', 'GET /api/stuck-rules/{id}', 'PUT /api/stuck-rules/{id}'],
      // Only those who see all customers may preview.
      ...['GET /api/software/{id}/preview', 'GET /api/stuck-rules/{id}/preview'],
      ...['GET /api/workspace-settings/preview', 'GET /api/stuck-rules/recalculation'],
      ...['GET /api/users', 'GET /api/users/{id}', 'POST /api/users', 'PUT /api/users/{id}'],
      ...['GET /api/users/workloads', 'POST /api/users/{id}/password-link'],
      ...['GET /api/invitations', 'GET /api/invitations/{id}', 'POST /api/invitations'],
      ...['DELETE /api/invitations/{id}', 'POST /api/invitations/{id}/resend'],
      ...['DELETE /api/users/{id}', 'GET /api/syncs', 'GET /api/syncs/{id}', 'POST /api/syncs'],
      ...['PUT /api/syncs/{id}', 'GET /api/codat-settings', 'GET /api/codat-settings/{id}'],
      ...['PUT /api/codat-settings/{id}', 'GET /api/codat-owners', 'GET /api/codat-owners/{id}'],
      ...['PUT /api/codat-owners/{id}', 'GET /api/workspace-settings'],
      ...['GET /api/workspace-settings/{id}', 'PUT /api/workspace-settings/{id}'],
      // Everybody hears of them, with customers of their own: a test of incidents tells.
      ...['GET /api/incidents', 'GET /api/incidents/{id}', 'PUT /api/incidents/{id}'],
      'GET /api/incidents/noticeable',
      ...['GET /api/rejections', 'POST /api/link-events'],
      ...['GET /api/sessions', 'GET /api/sessions/{id}', 'DELETE /api/sessions/{id}'],
      ...['GET /api/api-keys', 'GET /api/api-keys/{id}', 'POST /api/api-keys'],
      ...['POST /api/api-keys/{id}/rotate', 'DELETE /api/api-keys/{id}'],
      // Shown apart: one stays open, the other hands out one customer after the other.
      ...['GET /api/stream', 'POST /api/next-case'],
      ...['GET /api/views', 'GET /api/views/{id}', 'POST /api/views', 'PUT /api/views/{id}'],
      'DELETE /api/views/{id}',
      ...['GET /api/alerts', 'GET /api/alerts/{id}', 'POST /api/alerts', 'PUT /api/alerts/{id}'],
      ...['DELETE /api/alerts/{id}', 'POST /api/alerts/{id}/test'],
      ...['GET /api/alert-messages', 'GET /api/alert-messages/{id}'],
      ...['PUT /api/alert-messages/{id}', 'GET /api/digest-settings'],
      ...['GET /api/digest-settings/{id}', 'PUT /api/digest-settings/{id}'],
      'POST /api/digest-settings/{id}/send',
    ].map((route) => [route, 'nobody'] as const),
  ),
  'POST /api/email-templates/{id}/preview': 'body',
};

/** The ids of customers in a list’s records, with the total that the list states. */
export const listed = async (response: Response) => {
  const rows: { id: string; customerId?: string | null }[] = await response.json();
  const total = Number(response.headers.get('content-range')?.split('/')[1]);
  return { total, rows, ids: new Set(rows.map((row) => row.customerId ?? row.id)) };
};

/** Sets who sees which customers. */
export const setVisibility = async (
  test: TestApi,
  managersSeeOwn: boolean,
  unassignedVisibleTo: 'all' | 'agents' = 'all',
): Promise<void> => {
  const body = { managersSeeOwn, unassignedVisibleTo };
  const response = await test.send('PUT', '/api/workspace-settings/workspace', body);
  if (!response.ok) throw new Error(`The setting was answered ${response.status}.`);
};
