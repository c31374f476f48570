import { type Integration, integrationOf } from '../../integrations.ts';
import type { SandboxCompany, SandboxConnection } from '../../world/companies.ts';
import type { World } from '../../world/world.ts';
import type { LinkSession } from './sessions.ts';

/** The software that the customer selected, with its connection. */
export type Chosen = { connection: SandboxConnection; integration: Integration };

/** A session with its company and connection as the world has them now. */
export type Visit = {
  session: LinkSession;
  company: SandboxCompany;
  chosen: Chosen | null;
};

/** Null if the company was deleted. Without its connection, the customer must select software again. */
export const visitOf = (world: World, session: LinkSession): Visit | null => {
  const company = world.companies.get(session.companyId);
  if (!company) return null;
  const connection = company.connections.find(({ id }) => id === session.connectionId);
  const chosen = connection && {
    connection,
    integration: integrationOf(connection.integrationKey),
  };
  return { session, company, chosen: chosen ?? null };
};

export type PageName = 'software' | 'review' | 'waiting' | 'failed' | 'done';

/** A visit's current page. */
export const pageOf = ({ session, chosen }: Visit): PageName => {
  if (!chosen) return 'software';
  if (chosen.connection.status === 'Linked') return 'done';
  if (session.failure) return 'failed';
  return session.consented ? 'waiting' : 'review';
};
