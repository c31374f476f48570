import { z } from '@hono/zod-openapi';
import { eq, getTableColumns, sql } from 'drizzle-orm';
import { nameIn } from '../../database/derived-columns.ts';
import { evidenceOf } from '../../database/incidents/evidence.ts';
import { incidents, software, users } from '../../database/schema/index.ts';
import { recordOf } from '../kit/record-schema.ts';
import type { ApiRequest } from '../kit/request.ts';
import type { Resource } from '../kit/resource.ts';
import { update } from '../kit/update.ts';
import { optionalText, writable } from '../kit/writable.ts';
import { checkPerson } from '../users/check-user.ts';

const share = z.number().min(0).max(1);
const count = z.int().min(0);

/** Of all, or in the portfolio of a person who sees no others: customers who failed, of those who failed or approved. */
const evidence = z.object({
  failed: count,
  of: count,
  /** Of those who failed, as many were deleted. They are in no list. */
  deleted: count,
  /** Customers closed as a duplicate or not our customer. */
  leftOut: count,
  /** The 95% confidence interval. Null if nobody failed or approved. */
  interval: z.object({ low: share, high: share }).nullable(),
});

export const incidentRecord = recordOf(incidents).extend({
  evidence,
  /** Whether it lasts, and nobody closed it. */
  open: z.boolean(),
  closed: z.boolean(),
});
export type IncidentRecord = z.output<typeof incidentRecord>;

const fields = ({ person, now }: ApiRequest) => ({
  ...getTableColumns(incidents),
  evidence: evidenceOf({ of: person, now }),
  open: sql<boolean>`(${incidents.endedAt} is null and ${incidents.closedAt} is null)`,
  closed: sql<boolean>`(${incidents.closedAt} is not null)`,
});

/** Software that fails for more customers than usual, or did. Everybody hears of it, with customers of theirs. */
export const incidentsResource: Resource<IncidentRecord> = {
  name: 'incidents',
  table: incidents,
  record: incidentRecord,
  fields,
  select: (request) => request.ports.database.select(fields(request)).from(incidents).$dynamic(),
  searched: [incidents.note, nameIn(software, incidents.software)],
  sortedBy: {
    software: nameIn(software, incidents.software),
    ownerId: nameIn(users, incidents.ownerId),
  },
  customer: null,
  defaultSort: ['startedAt', 'DESC'],
  update: update(
    writable(incidentRecord, {
      ownerId: z.string().nullable(),
      note: optionalText(2000),
      closed: z.boolean(),
    }),
    async ({ ports: { database }, person, now }, row, { closed, ...changes }) => {
      if (changes.ownerId !== row.ownerId) await checkPerson(database, 'ownerId', changes.ownerId);
      const closing = closed
        ? { closedAt: now, closedById: person.id }
        : { closedAt: null, closedById: null };
      const changed = { ...changes, ...(closed !== undefined && closed !== row.closed && closing) };
      if (Object.keys(changed).length === 0) return;
      await database.update(incidents).set(changed).where(eq(incidents.id, row.id));
    },
  ),
};
