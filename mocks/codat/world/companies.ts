import type { Instant } from '../../../src/journey/instant.ts';

export type ConnectionStatus = 'PendingAuth' | 'Linked' | 'Unlinked' | 'Deauthorized';

/** A connection's error, in Codat's own fields. */
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

/** A company of the sandbox. Plain data, so that a store can save it. */
export type SandboxCompany = {
  id: string;
  name: string;
  description: string | null;
  created: Instant;
  modified: Instant;
  tags: Record<string, string>;
  products: string[];
  parentId: string | null;
  /** The users of Codat’s Portal who own it. Left out for none. */
  ownerUserIds?: string[];
  connections: SandboxConnection[];
};
