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

/** Codat accepts no other characters in a new company’s name. */
const NAME = /^[A-Za-z0-9\s\-',&@.?!]+$/;

export const newCustomer = z.strictObject({
  name: lineOfText(200).pipe(
    z
      .string()
      .regex(NAME, "Use letters A–Z, numbers, spaces and - ' , & @ . ? ! only (Codat’s rule)."),
  ),
  description: lineOfText(500).nullish(),
  contactName: contactParts.name.optional(),
  contactEmail: contactParts.email.optional(),
  contactPhone: contactParts.phone.optional(),
  accountManagerId: z.string().nullish(),
});

type NewCustomer = z.output<typeof newCustomer>;

/** Creates the company in Codat, after checking everything else in the body. */
export const createCompany = async (
  { ports }: ApiRequest,
  body: NewCustomer,
): Promise<ListedCompany> => {
  await checkPerson(ports.database, 'accountManagerId', body.accountManagerId);
  const { name, description } = body;
  return ports.codat.createCompany({ name, ...(description && { description }) });
};

/**
 * Adds a new company as a customer without waiting for its webhook. Someone who sees only their own customers becomes
 * the account manager, unless they name another. Returns its ID.
 */
export const addCustomer = async (
  request: ApiRequest,
  { name: _, description: __, ...ours }: NewCustomer,
  company: ListedCompany,
): Promise<string> => {
  const { ports, person, now } = request;
  const created = reconcile({ company, state: EMPTY_STATE, observedAt: now });
  const { accountManagerId = person.portfolio?.managerId, ...others } = ours;
  const details = profileChange(request, company.id, {
    ...others,
    ...(accountManagerId !== undefined && { accountManagerId }),
  });
  await ingest(ports.database, [...created, details], now);
  return company.id;
};
