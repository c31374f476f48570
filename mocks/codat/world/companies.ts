import type { Instant } from '../../../src/journey/instant.ts';

export type ConnectionStatus = 'PendingAuth' | 'Linked' | 'Unlinked' | 'Deauthorized';

/** An error that a connection ran into, in Codat's own fields. */
export type ConnectionError = {
  statusCode: string;
  statusText: string;
  errorMessage: string;
  erroredOnUtc: Instant;
  status: 'Active' | 'Resolved';
};

export type SandboxConnection = {
  id: string;
  integrationKey: string;
  status: ConnectionStatus;
  created: Instant;
  lastSync: Instant | null;
  errors: ConnectionError[];
};

/** What the sandbox knows of one company: all of it plain data, so that a store can keep it. */
export type SandboxCompany = {
  id: string;
  name: string;
  description: string | null;
  created: Instant;
  modified: Instant;
  tags: Record<string, string>;
  products: string[];
  parentId: string | null;
  connections: SandboxConnection[];
};
