import { and, eq, isNull } from 'drizzle-orm';
import type { Instant } from '../../journey/instant.ts';
import type { Database } from '../database.ts';
import type { OfCustomers } from '../metrics/scope.ts';
import { alphabetical } from '../schema/columns.ts';
import { incidents, software } from '../schema/index.ts';
import { evidenceOf } from './evidence.ts';

const isOpen = and(isNull(incidents.endedAt), isNull(incidents.closedAt));

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
      evidence: evidenceOf({ of, now, which: isOpen }),
    })
    .from(incidents)
    .innerJoin(software, eq(software.id, incidents.software))
    .where(isOpen)
    .orderBy(alphabetical(software.name), software.id);

export type OpenIncident = Awaited<ReturnType<typeof openIncidents>>[number];
