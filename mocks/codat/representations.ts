import type { SandboxCompany, SandboxConnection } from './companies.ts';
import { integrationOf } from './integrations.ts';

/** Where people are sent to connect; each call may hand out another one-time password. */
export type LinkUrls = {
  company: (companyId: string) => string;
  connection: (connectionId: string) => string;
};

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

/** A company as webhooks about it describe it. */
export const companyBody = (company: SandboxCompany, links: LinkUrls) => {
  const lastSync = company.connections
    .map((connection) => connection.lastSync)
    .filter((at) => at !== null)
    .sort()
    .at(-1);
  return {
    id: company.id,
    name: company.name,
    ...(company.description !== null && { description: company.description }),
    redirect: links.company(company.id),
    created: company.created,
    ...(lastSync && { lastSync }),
    tags: company.tags,
  };
};

/** A company as webhooks about its connections and data refer to it. */
export const referenceBody = ({ id, name, description, tags }: SandboxCompany) => ({
  id,
  name,
  ...(description !== null && { description }),
  links: { portal: `https://app.codat.io/companies/${id}/summary` },
  tags,
});
