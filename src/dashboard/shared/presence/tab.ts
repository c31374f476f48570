import { hc } from 'hono/client';
import type { PresenceRecord } from '../../../api/presence/resource.ts';
import type { PresenceRoutes } from '../../../api/presence/routes.ts';
import { isSignedIn } from '../server/session.ts';

/** This tab, until it is closed or loaded again. */
export const TAB = crypto.randomUUID();

/** Requests that outlive the page. */
const presence = hc<PresenceRoutes>('/api/presence', { init: { keepalive: true } });

/** Fails in silence: nobody’s work depends on it, and the next request follows soon. */
const tell = async (request: () => Promise<unknown>): Promise<void> => {
  if (isSignedIn()) await request().catch(() => undefined);
};

/** Tells colleagues that this tab shows a customer. */
export const tellPresence = (customerId: string, kind: PresenceRecord['kind']): Promise<void> =>
  tell(() => presence[':id'].$put({ param: { id: TAB }, json: { customerId, kind } }));

/** Tells them that it no longer does. */
export const tellAbsence = (customerId: string): Promise<void> =>
  tell(() => presence[':id'].$delete({ param: { id: TAB }, query: { customerId } }));
