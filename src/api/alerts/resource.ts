import { z } from '@hono/zod-openapi';
import { and, eq, isNull } from 'drizzle-orm';
import { nameIn } from '../../database/derived-columns.ts';
import { alertIncidents, alerts, software, users } from '../../database/schema/index.ts';
import { create } from '../kit/create.ts';
import { remove } from '../kit/remove.ts';
import type { ApiRequest } from '../kit/request.ts';
import type { Resource } from '../kit/resource.ts';
import { update } from '../kit/update.ts';
import { writable } from '../kit/writable.ts';
import { alertForms, BLANK, checkAlert } from './forms.ts';
import { type AlertRecord, alertRecord, listedColumns } from './record.ts';

const { name, kind, channel, ...others } = alertForms;
const newAlert = z.strictObject({
  ...{ name, kind, channel },
  ...z.object(others).partial().shape,
});

const changes = writable(alertRecord, alertForms);

/** An alert that changed starts over: its recipients hear of what there is now, and of no end of what was before. */
const startOver = async ({ ports, now }: ApiRequest, id: string): Promise<void> => {
  await ports.database
    .update(alertIncidents)
    .set({ endedAt: now })
    .where(and(eq(alertIncidents.alertId, id), isNull(alertIncidents.endedAt)));
};

export const alertsResource: Resource<AlertRecord> = {
  name: 'alerts',
  table: alerts,
  record: alertRecord,
  fields: () => listedColumns,
  select: ({ ports: { database } }) => database.select(listedColumns).from(alerts).$dynamic(),
  searched: [alerts.name, alerts.to],
  sortedBy: {
    createdById: nameIn(users, alerts.createdById),
    accountManagerId: nameIn(users, alerts.accountManagerId),
    software: nameIn(software, alerts.software),
  },
  customer: null,
  defaultSort: ['name', 'ASC'],
  create: create(newAlert, async (request, body) => {
    const { ports, person, now } = request;
    const id = crypto.randomUUID();
    const fields = await checkAlert(request, { ...BLANK, ...body });
    await ports.database
      .insert(alerts)
      .values({ ...fields, id, createdAt: now, createdById: person.id });
    return id;
  }),
  update: update(changes, async (request, { id }, changed) => {
    if (Object.keys(changed).length === 0) return;
    const { database } = request.ports;
    const [before] = await database.select().from(alerts).where(eq(alerts.id, id)).for('update');
    if (!before) return;
    const fields = await checkAlert(request, { ...before, ...changed });
    await database
      .update(alerts)
      .set({ ...fields, checkedAt: null })
      .where(eq(alerts.id, id));
    const { name: _, ...rest } = changed;
    if (Object.keys(rest).length > 0) await startOver(request, id);
  }),
  remove: remove(async ({ ports: { database } }, { id }) => {
    await database.delete(alerts).where(eq(alerts.id, id));
  }),
};
