import { METRICS } from '../../src/api/metrics/routes.ts';
import type { ResourceName, Role } from '../../src/common/permissions.ts';

type Statuses = Record<Role, number>;

const everyone = (status: number): Statuses => ({ agent: status, manager: status, admin: status });
const admins = (status: number): Statuses => ({ agent: 403, manager: 403, admin: status });

const READ = { 'GET ': everyone(200), 'GET /{id}': everyone(200) };
const ADD = { 'POST ': everyone(201) };
const CHANGE = { 'PUT /{id}': everyone(200) };
const ADMINS_CHANGE = { 'PUT /{id}': admins(200) };

/** The status of the response to each role, by method and path. */
const STATUSES: Record<
  ResourceName | 'rejections' | 'stream' | 'link-events' | 'next-case',
  Record<string, Statuses>
> = {
  customers: {
    ...READ,
    ...ADD,
    ...CHANGE,
    'POST /bulk': everyone(200),
    'POST /{id}/link-url': everyone(200),
    'POST /{id}/link-shared': everyone(201),
    'POST /{id}/check': everyone(200),
    'POST /check': everyone(202),
    'GET /{id}/erasure': admins(200),
    'POST /{id}/erasure': admins(200),
    'POST /{id}/export': admins(200),
    'GET /counts': everyone(200),
    'GET /groups': everyone(200),
    'GET .csv': everyone(200),
  },
  journeys: { ...READ, 'POST /{id}/close': everyone(200), 'POST /{id}/reopen': everyone(200) },
  attempts: { ...READ, 'POST /{id}/correct': everyone(200) },
  activity: { ...READ, 'GET .csv': everyone(200) },
  events: READ,
  notes: { ...READ, ...ADD, ...CHANGE, 'DELETE /{id}': everyone(200) },
  emails: {
    ...READ,
    ...ADD,
    ...CHANGE,
    'GET /{id}/content': everyone(200),
    'POST /preview': everyone(200),
    'POST /bulk-preview': everyone(200),
    'POST /bulk': everyone(200),
  },
  'email-templates': {
    ...READ,
    ...ADMINS_CHANGE,
    'GET /placeholders': everyone(200),
    'POST /{id}/preview': admins(200),
    'POST /{id}/reset': admins(200),
    'POST /{id}/test': admins(200),
  },
  software: { ...READ, ...ADMINS_CHANGE, 'GET /{id}/preview': admins(200) },
  'stuck-rules': {
    ...READ,
    ...ADMINS_CHANGE,
    'GET /recalculation': everyone(200),
    'GET /{id}/preview': admins(200),
  },
  users: {
    ...READ,
    'POST ': admins(201),
    ...ADMINS_CHANGE,
    'DELETE /{id}': admins(200),
    'GET /workloads': admins(200),
    'POST /{id}/password-link': admins(202),
  },
  invitations: {
    'GET ': admins(200),
    'GET /{id}': admins(200),
    'POST ': admins(201),
    'DELETE /{id}': admins(200),
    'POST /{id}/resend': admins(200),
  },
  'codat-checks': READ,
  'raised-cases': { ...READ, ...ADD, ...CHANGE },
  incidents: { ...READ, ...CHANGE, 'GET /noticeable': everyone(200) },
  syncs: { ...READ, 'POST ': admins(201), ...ADMINS_CHANGE },
  'codat-settings': { 'GET ': admins(200), 'GET /{id}': admins(200), ...ADMINS_CHANGE },
  'codat-owners': { 'GET ': admins(200), 'GET /{id}': admins(200), ...ADMINS_CHANGE },
  'contact-imports': { ...READ, ...ADD, ...CHANGE },
  'contact-import-lines': READ,
  links: { ...READ, ...ADD, ...CHANGE },
  presence: { ...READ, 'PUT /{id}': everyone(204), 'DELETE /{id}': everyone(204) },
  'workspace-settings': { ...READ, ...ADMINS_CHANGE, 'GET /preview': admins(200) },
  metrics: Object.fromEntries(Object.keys(METRICS).map((name) => [`GET /${name}`, everyone(200)])),
  deliveries: {
    'GET ': admins(200),
    'GET /{id}': admins(200),
    'POST /process': admins(202),
    'POST /{id}/process': admins(200),
  },
  sessions: { ...READ, 'DELETE /{id}': everyone(200) },
  'api-keys': {
    'GET ': admins(200),
    'GET /{id}': admins(200),
    'POST ': admins(201),
    'POST /{id}/rotate': admins(201),
    'DELETE /{id}': admins(200),
  },
  views: { ...READ, ...ADD, ...CHANGE, 'DELETE /{id}': everyone(200) },
  alerts: {
    'GET ': admins(200),
    'GET /{id}': admins(200),
    'POST ': admins(201),
    ...ADMINS_CHANGE,
    'DELETE /{id}': admins(200),
    'POST /{id}/test': admins(200),
  },
  'alert-messages': { 'GET ': admins(200), 'GET /{id}': admins(200), ...ADMINS_CHANGE },
  'digest-settings': { ...READ, ...CHANGE, 'POST /{id}/send': everyone(200) },
  rejections: { 'GET ': admins(200) },
  stream: { 'GET ': everyone(200) },
  // Asked for the case of nobody.
  'next-case': { 'POST ': everyone(204) },
  // For programs with the key. A session doesn’t open it.
  'link-events': { 'POST ': everyone(401) },
};

/** A route as a row of the table, such as `POST` `/api/notes`. */
export type Route = { method: string; path: string; resource: string; statuses: Statuses };

export const ROUTES: Route[] = Object.entries(STATUSES).flatMap(([resource, routes]) =>
  Object.entries(routes).map(([route, statuses]) => {
    const [method = '', rest = ''] = route.split(' ');
    return { method, path: `/api/${resource}${rest}`, resource, statuses };
  }),
);

/** The verbs of records that no one may use, because the resource lacks them. */
export const MISSING_VERBS = Object.entries(STATUSES)
  .filter(([, routes]) => 'GET /{id}' in routes)
  .flatMap(([resource, routes]) =>
    ['POST ', 'PUT /{id}', 'DELETE /{id}']
      .filter((route) => !(route in routes))
      .map((route) => {
        const [method = '', rest = ''] = route.split(' ');
        return { method, path: `/api/${resource}${rest}`, resource };
      }),
  );
