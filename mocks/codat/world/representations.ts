import type { Instant } from '../../../src/journey/instant.ts';
import { type Integration, integrationOf } from '../integrations.ts';
import type { SandboxCompany, SandboxConnection } from './companies.ts';

/** URLs where people connect. Each call may return a new one-time password. */
export type LinkUrls = {
  company: (companyId: string) => string;
  connection: (connectionId: string) => string;
};

export type Family = { parent: SandboxCompany | null; subsidiaries: SandboxCompany[] };

/** A connection as Codat's API and webhooks describe it. */
export const connectionBody = (connection: SandboxConnection, links: LinkUrls) => {
  const { name, integrationId, sourceId, sourceType } = integrationOf(connection.integrationKey);
  return {
    id: connection.id,
    integrationId,
    integrationKey: connection.integrationKey,
    sourceId,
    sourceType,
    platformName: name,
    linkUrl: links.connection(connection.id),
    status: connection.status,
    created: connection.created,
    ...(connection.lastSync && { lastSync: connection.lastSync }),
    ...(connection.errors.length > 0 && { dataConnectionErrors: connection.errors }),
  };
};

/** When the company's data was last read; null if never. */
export const lastSyncOf = ({ connections }: SandboxCompany): Instant | null =>
  connections
    .map(({ lastSync }) => lastSync)
    .filter((at) => at !== null)
    .sort()
    .at(-1) ?? null;

/** A company as webhooks about it describe it. */
export const companyBody = (company: SandboxCompany, links: LinkUrls) => {
  const lastSync = lastSyncOf(company);
  return {
    id: company.id,
    name: company.name,
    ...(company.description !== null && { description: company.description }),
    redirect: links.company(company.id),
    created: company.created,
    ...(lastSync && { lastSync }),
    tags: company.tags,
    ownerUserIds: company.ownerUserIds ?? [],
  };
};

/** A company as webhooks about its connections and data reference it. */
export const referenceBody = ({ id, name, description, tags }: SandboxCompany) => ({
  id,
  name,
  ...(description !== null && { description }),
  links: { portal: `https://app.codat.io/companies/${id}/summary` },
  tags,
});

/** A company as the API describes it, with its connections, parent and subsidiaries. */
export const fullCompanyBody = (company: SandboxCompany, links: LinkUrls, family: Family) => ({
  ...companyBody(company, links),
  products: company.products,
  dataConnections: company.connections.map((connection) => connectionBody(connection, links)),
  ...(family.parent && { referenceParentCompany: referenceBody(family.parent) }),
  referenceSubsidiaryCompanies: family.subsidiaries.map(referenceBody),
});

/** An integration as the API describes it. */
export const integrationBody = (integration: Integration, logoUrl: string) => ({
  ...integration,
  logoUrl,
});
