import { and, eq, isNull } from 'drizzle-orm';
import type { Instant } from '../../journey/instant.ts';
import type { Database } from '../database.ts';
import type { OfCustomers } from '../metrics/scope.ts';
import { alphabetical } from '../schema/columns.ts';
import { incidents, software } from '../schema/index.ts';
import { evidenceOf } from './evidence.ts';

/** Software that fails for more customers than usual at `now`, with the customers in scope, by name. */
export const openIncidents = (database: Database, of: OfCustomers, now: Instant) =>
  database
    .select({
      id: incidents.id,
      software: incidents.software,
      name: software.name,
      startedAt: incidents.startedAt,
      endedAt: incidents.endedAt,
      usualShare: incidents.usualShare,
      evidence: evidenceOf(of, now),
    })
    .from(incidents)
    .innerJoin(software, eq(software.id, incidents.software))
    .where(and(isNull(incidents.endedAt), isNull(incidents.closedAt)))
    .orderBy(alphabetical(software.name), software.id);

export type OpenIncident = Awaited<ReturnType<typeof openIncidents>>[number];
