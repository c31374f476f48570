import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import {
  type ErasurePreview,
  eraseCustomer,
  previewErasure,
} from '../../database/privacy/erase.ts';
import { isTypedName } from '../../journey/privacy/typed-name.ts';
import { guard } from '../http/guard.ts';
import { invalidInput } from '../http/invalid-input.ts';
import { Problem } from '../http/problem.ts';
import { type ApiRequest, authorized } from '../kit/request.ts';
import { idParameter, json } from '../kit/responses.ts';
import { findRow } from '../kit/rows.ts';
import type { Ports } from '../ports.ts';
import type { Env } from '../session/session.ts';
import { type CustomerRecord, customersResource } from './resource.ts';

const path = '/api/customers/{id}/erasure';
const tags = ['customers'];

const number = z.int().min(0);
const counts = z.object({
  goes: z.object({
    contacts: number,
    notes: number,
    emails: number,
    links: number,
    raisedCases: number,
    failureTexts: number,
    deliveries: number,
    contactImportLines: number,
    activity: number,
    views: number,
  }),
  stays: z.object({ journeys: number, attempts: number, events: number }),
}) satisfies z.ZodType<ErasurePreview>;

const previewRoute = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'Preview what an erasure takes away',
  request: { params: idParameter },
  responses: {
    200: json(counts, 'How many records are erased, and how many stay without a name.'),
  },
});

const eraseRoute = createRoute({
  method: 'post',
  path,
  tags,
  summary: 'Erase a customer’s personal data for good',
  middleware: guard('erase', 'customers'),
  request: {
    params: idParameter,
    body: {
      ...json(z.strictObject({ name: z.string() }), 'The customer’s name, as a confirmation.'),
      required: true,
    },
  },
  responses: { 200: json(counts, 'What was erased, and what stays.') },
});

const find = (id: string, request: ApiRequest): Promise<CustomerRecord> =>
  findRow(customersResource, id, request);

/** @throws Problem 422 when the name isn’t the customer’s, 409 when someone else erased them meanwhile */
const erase = async (request: ApiRequest, id: string, name: string): Promise<ErasurePreview> => {
  const { ports, person, address, now } = request;
  const customer = await find(id, request);
  if (!isTypedName(name, customer.name)) {
    const sentence = `Enter the customer’s name: ${customer.name}`;
    throw new Problem(422, sentence, { errors: { name: sentence } });
  }
  const erased = await eraseCustomer(ports.database, {
    customerId: id,
    actor: { kind: 'person', id: person.id, address, at: now },
    forgetJobs: ports.forgetJobs,
  });
  if (!erased) throw new Problem(409, 'This customer’s personal data is already erased.');
  return erased;
};

/** Erases personal data on request. */
export const erasureRoutes = (ports: Ports) =>
  new OpenAPIHono<Env>({ defaultHook: invalidInput })
    .openapi(previewRoute, async (context) => {
      const request = authorized(ports, context, 'erase', 'customers');
      const { id } = await find(context.req.valid('param').id, request);
      return context.json(await previewErasure(ports.database, id), 200);
    })
    .openapi(eraseRoute, async (context) => {
      const request = authorized(ports, context, 'erase', 'customers');
      const { id } = context.req.valid('param');
      return context.json(await erase(request, id, context.req.valid('json').name), 200);
    });

export type ErasureRoutes = ReturnType<typeof erasureRoutes>;
