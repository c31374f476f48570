import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { admitsCompany } from '../../codat/filter/admission.ts';
import { linkEventBody, toEvent } from '../../codat/link-events.ts';
import type { ListedCompany } from '../../codat/payloads.ts';
import { reconcile } from '../../codat/reconcile.ts';
import { ingest } from '../../database/ingest.ts';
import { inTurn } from '../../database/waiting/turns.ts';
import type { JourneyEvent } from '../../journey/events.ts';
import { EMPTY_STATE } from '../../journey/journey.ts';
import type { KeyDoors } from '../api-keys/door.ts';
import { invalidInput } from '../http/invalid-input.ts';
import { type ReadBody, readFirst } from '../http/read-body.ts';
import type { Ports } from '../ports.ts';
import type { Env } from '../session/session.ts';
import { checkCallback } from './check-callback.ts';

/** How long a callback waits for others of its customer. Then its sender gets 503. */
const PATIENCE_MS = 5000;

/** In KiB. */
const LARGEST = 1024;

const route = createRoute({
  method: 'post',
  path: '/',
  tags: ['link-events'],
  summary: 'Forward a callback of the Link SDK',
  request: {
    body: { content: { 'application/json': { schema: linkEventBody } }, required: true },
  },
  responses: {
    202: {
      content: { 'application/json': { schema: z.object({ id: z.string() }) } },
      description: 'Accepted. Idempotent by ID.',
    },
  },
});

/** Ingests a callback’s event. A company that isn’t a customer yet becomes one if the company filter lets it in. */
const receive = async (
  { inbound, now }: Ports,
  event: JourneyEvent,
  company: ListedCompany | null,
): Promise<void> => {
  if (company && !(await admitsCompany(inbound, company))) return;
  const observedAt = now();
  // The connections follow with their webhooks or the next sync.
  const created = company
    ? reconcile({ company: { ...company, dataConnections: null }, state: EMPTY_STATE, observedAt })
    : [];
  // Codat finds a company however its ID is capitalised.
  const customerId = company?.id ?? event.customerId;
  await inTurn(customerId, PATIENCE_MS, () =>
    ingest(inbound, [...created, { ...event, customerId }], observedAt),
  );
};

/** Callbacks of the Link SDK, forwarded by the back end of the page that embeds it. */
export const linkEventRoutes = (
  ports: Ports,
  { readBody, keyDoors }: { readBody: ReadBody; keyDoors: KeyDoors },
): OpenAPIHono<Env> => {
  const routes = new OpenAPIHono<Env>({ defaultHook: invalidInput });
  routes.use(keyDoors('link-events', ports.inbound));
  routes.use(readFirst(readBody, LARGEST));
  return routes.openapi(route, async (context) => {
    const body = context.req.valid('json');
    const event = toEvent(body);
    if (event) await receive(ports, event, await checkCallback(ports, body));
    return context.json({ id: body.id }, 202);
  });
};
