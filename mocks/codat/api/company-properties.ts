import { integrationOf } from '../integrations.ts';
import type { SandboxCompany, SandboxConnection } from '../world/companies.ts';
import { lastSyncOf } from '../world/representations.ts';
import { one, type Properties } from './select.ts';

export const CONNECTION_PROPERTIES: Properties<SandboxConnection> = {
  id: ({ id }) => [id],
  integrationKey: ({ integrationKey }) => [integrationKey],
  platformName: ({ integrationKey }) => [integrationOf(integrationKey).name],
  status: ({ status }) => [status],
  created: ({ created }) => [created],
  lastSync: ({ lastSync }) => one(lastSync),
};

/** A connection's properties as properties of its company. Any of its connections can match. */
const OF_CONNECTIONS: Properties<SandboxCompany> = Object.fromEntries(
  Object.entries(CONNECTION_PROPERTIES).map(([name, read]) => [
    `dataConnections.${name}`,
    ({ connections }) => connections.flatMap(read),
  ]),
);

export const COMPANY_PROPERTIES: Properties<SandboxCompany> = {
  id: ({ id }) => [id],
  name: ({ name }) => [name],
  description: ({ description }) => one(description),
  created: ({ created }) => [created],
  modifiedDate: ({ modified }) => [modified],
  lastSync: (company) => one(lastSyncOf(company)),
  ...OF_CONNECTIONS,
};
