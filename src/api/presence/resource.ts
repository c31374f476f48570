import { getTableColumns } from 'drizzle-orm';
import type { z } from 'zod';
import { isThere } from '../../database/presence/presence.ts';
import { presence } from '../../database/schema/index.ts';
import { recordOf } from '../kit/record-schema.ts';
import type { Resource } from '../kit/resource.ts';

/** Without the session. */
export const presenceRecord = recordOf(presence).omit({ sessionId: true });
export type PresenceRecord = z.output<typeof presenceRecord>;

const { sessionId: _, ...shown } = getTableColumns(presence);

/** Who looks at or works on which customer now, by tab. */
export const presenceResource: Resource<PresenceRecord> = {
  name: 'presence',
  table: presence,
  record: presenceRecord,
  fields: () => shown,
  select: ({ ports: { database } }) => database.select(shown).from(presence).$dynamic(),
  customer: presence.customerId,
  defaultSort: ['seenAt', 'DESC'],
  seen: ({ now }) => isThere(now),
};
