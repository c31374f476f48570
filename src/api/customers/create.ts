import { z } from '@hono/zod-openapi';
import type { ListedCompany } from '../../codat/payloads.ts';
import { reconcile } from '../../codat/reconcile.ts';
import { ingest } from '../../database/ingest.ts';
import { EMPTY_STATE } from '../../journey/journey.ts';
import type { ApiRequest } from '../kit/request.ts';
import { lineOfText } from '../kit/writable.ts';
import { checkPerson } from '../users/check-user.ts';
import { contactParts } from './contact-schema.ts';
import { profileChange } from './profile-change.ts';

/** Codat takes no other characters in a new company's name. */
const NAME = /^[A-Za-z0-9\s\-',&@.?!]+$/;

export const newCustomer = z.strictObject({
  name: lineOfText(200).pipe(
    z
      .string()
      .regex(NAME, "Codat accepts only the letters A to Z, digits, spaces and - ' , & @ . ? !"),
  ),
  description: lineOfText(500).nullish(),
  contactName: contactParts.name.optional(),
  contactEmail: contactParts.email.optional(),
  contactPhone: contactParts.phone.optional(),
  accountManagerId: z.string().nullish(),
});

type NewCustomer = z.output<typeof newCustomer>;

/** Creates the company at Codat, once all else that is given has proved right. */
export const createCompany = async (
  { ports }: ApiRequest,
  body: NewCustomer,
): Promise<ListedCompany> => {
  await checkPerson(ports.database, 'accountManagerId', body.accountManagerId);
  const { name, description } = body;
  return ports.codat.createCompany({ name, ...(description && { description }) });
};

/** Takes a new company in as a customer at once, without waiting for its webhook. Returns its id. */
export const addCustomer = async (
  request: ApiRequest,
  { name: _, description: __, ...ours }: NewCustomer,
  company: ListedCompany,
): Promise<string> => {
  const { ports, now } = request;
  const created = reconcile({ company, state: EMPTY_STATE, observedAt: now });
  const details = profileChange(request, company.id, ours);
  await ingest(ports.database, [...created, details], now);
  return company.id;
};
