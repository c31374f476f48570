import { and, eq, inArray, sql } from 'drizzle-orm';
import { canonicalKey } from '../../codat/descriptions.ts';
import { CodatRefusal } from '../../codat/errors.ts';
import type { LinkEvent } from '../../codat/link-events.ts';
import type { ListedCompany } from '../../codat/payloads.ts';
import { customers, events, software } from '../../database/schema/index.ts';
import { Problem } from '../http/problem.ts';
import type { Ports } from '../ports.ts';

const refuse = (field: keyof LinkEvent, sentence: string): Problem =>
  new Problem(422, sentence, { errors: { [field]: sentence } });

/** Everyone can claim anything in a callback. Only what Codat itself told is known. */
const TOLD_BY_CODAT = ['codat', 'sync'] as const;

const isCustomer = async ({ inbound }: Ports, id: string): Promise<boolean> =>
  (await inbound.select({ id: customers.id }).from(customers).where(eq(customers.id, id))).length >
  0;

const isKnownConnection = async (
  { inbound }: Ports,
  { companyId, connectionId }: LinkEvent,
): Promise<boolean> => {
  const found = await inbound
    .select({ id: events.id })
    .from(events)
    .where(
      and(
        eq(events.customerId, companyId),
        inArray(events.source, TOLD_BY_CODAT),
        sql`${events.data} ->> 'connectionId' = ${connectionId}`,
      ),
    )
    .limit(1);
  return found.length > 0;
};

const isKnownSoftware = async ({ inbound }: Ports, key: string): Promise<boolean> =>
  (
    await inbound
      .select({ id: software.id })
      .from(software)
      .where(eq(software.id, canonicalKey(key)))
  ).length > 0;

/** @throws Problem 422 when Codat doesn’t know the company; CodatUnavailable when it can’t tell in time */
const askCodat = async ({ codat }: Ports, companyId: string): Promise<ListedCompany> => {
  try {
    return await codat.companyAtDoor(companyId);
  } catch (error) {
    // Others are refusals of our own API key.
    if (error instanceof CodatRefusal && (error.status === 404 || error.status === 400))
      throw refuse('companyId', `Codat has no company with the ID ${companyId}.`);
    throw error;
  }
};

const hasSoftware = ({ dataConnections }: ListedCompany, key = ''): boolean =>
  (dataConnections ?? []).some(
    ({ integrationKey }) => canonicalKey(integrationKey ?? '') === canonicalKey(key),
  );

/** What of a callback we don’t know from Codat. */
const unknownParts = async (ports: Ports, callback: LinkEvent) => ({
  company: !(await isCustomer(ports, callback.companyId)),
  connection: Boolean(callback.connectionId) && !(await isKnownConnection(ports, callback)),
  software:
    callback.integrationKey !== undefined &&
    !(await isKnownSoftware(ports, callback.integrationKey)),
});

/**
 * Checks that the company, the connection and the software that a callback names exist in Codat and belong together.
 * Returns the company as Codat describes it if it isn’t a customer yet, otherwise null.
 * @throws Problem 422 when they don’t; CodatUnavailable when Codat has to be asked, but can’t be
 */
export const checkCallback = async (
  ports: Ports,
  callback: LinkEvent,
): Promise<ListedCompany | null> => {
  const unknown = await unknownParts(ports, callback);
  if (!unknown.company && !unknown.connection && !unknown.software) return null;
  const { companyId, connectionId, integrationKey } = callback;
  const company = await askCodat(ports, companyId);
  const connections = company.dataConnections ?? [];
  if (unknown.connection && !connections.some(({ id }) => id === connectionId))
    throw refuse('connectionId', `Company ${companyId} has no connection ${connectionId}.`);
  if (unknown.software && !hasSoftware(company, integrationKey))
    throw refuse('integrationKey', `Company ${companyId} has no connection to ${integrationKey}.`);
  return unknown.company ? company : null;
};
