import { z } from '@hono/zod-openapi';
import { and, eq, getTableColumns, ne, or } from 'drizzle-orm';
import { VIEW_RESOURCES } from '../../common/views.ts';
import { nameIn } from '../../database/derived-columns.ts';
import { users, views } from '../../database/schema/index.ts';
import { changedFields } from '../activity/details.ts';
import { Problem } from '../http/problem.ts';
import { create } from '../kit/create.ts';
import { remove } from '../kit/remove.ts';
import type { ApiRequest } from '../kit/request.ts';
import type { Resource } from '../kit/resource.ts';
import { update } from '../kit/update.ts';
import { writable } from '../kit/writable.ts';
import { checkContent, checkDefault, checkNumber } from './check-view.ts';
import { viewForms as forms, type ViewRecord, viewRecord } from './record.ts';

const newView = z.strictObject({
  ...forms,
  resource: z.enum(VIEW_RESOURCES),
  page: viewRecord.shape.page.default('queue'),
  filter: forms.filter.default({}),
  sort: forms.sort.default(null),
  columns: forms.columns.default([]),
  shared: forms.shared.default(false),
  isDefault: forms.isDefault.default(false),
});

/** A page opens with one view at most, for the team and for each person. */
const endOtherDefaults = async (
  { ports: { database } }: ApiRequest,
  { id, page, shared, isDefault, ownerId }: Omit<ViewRecord, 'createdAt'>,
): Promise<void> => {
  if (!isDefault) return;
  const others = shared
    ? eq(views.shared, true)
    : and(eq(views.shared, false), eq(views.ownerId, ownerId));
  await database
    .update(views)
    .set({ isDefault: false })
    .where(and(eq(views.page, page), ne(views.id, id), others));
};

export const viewsResource: Resource<ViewRecord> = {
  name: 'views',
  table: views,
  record: viewRecord,
  fields: () => getTableColumns(views),
  select: ({ ports: { database } }) => database.select().from(views).$dynamic(),
  searched: [views.name],
  sortedBy: { ownerId: nameIn(users, views.ownerId) },
  customer: null,
  // Nobody sees what others keep to themselves, admins included.
  seen: ({ person }) => or(eq(views.shared, true), eq(views.ownerId, person.id)),
  defaultSort: ['name', 'ASC'],
  create: create(newView, async (request, view) => {
    await checkContent(request, view);
    checkDefault(request, view);
    await checkNumber(request);
    const { person, now, ports } = request;
    const row = { ...view, id: crypto.randomUUID(), ownerId: person.id };
    await ports.database.insert(views).values({ ...row, createdAt: now });
    await endOtherDefaults(request, row);
    return row.id;
  }),
  update: update(writable(viewRecord, forms), async (request, row, changes) => {
    // Forms send the whole record back, and what a view is of may have lost a field or a person since.
    const changed: typeof changes = changedFields(row, changes);
    await checkContent(request, changed);
    const after = { ...row, ...changed };
    if (changed.isDefault || changed.shared) checkDefault(request, after);
    if (changed.shared === false && row.ownerId !== request.person.id) {
      const sentence = 'Only its owner can stop sharing a view.';
      throw new Problem(422, sentence, { errors: { shared: sentence } });
    }
    if (Object.keys(changed).length === 0) return;
    await request.ports.database.update(views).set(changed).where(eq(views.id, row.id));
    await endOtherDefaults(request, after);
  }),
  remove: remove(async ({ ports: { database } }, { id }) => {
    await database.delete(views).where(eq(views.id, id));
  }),
};
