import { boolean, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { VIEW_PAGES, VIEW_RESOURCES, type ViewSort } from '../../../common/views.ts';
import { instantColumn } from '../columns.ts';

/** Saved views of lists: which rows, in which order, with which columns. */
export const views = pgTable(
  'views',
  {
    id: uuid().primaryKey(),
    name: text().notNull(),
    resource: text({ enum: VIEW_RESOURCES }).notNull(),
    page: text({ enum: VIEW_PAGES }).notNull(),
    filter: jsonb().$type<Record<string, unknown>>().notNull(),
    /** Null for the page’s own order. */
    sort: jsonb().$type<ViewSort>(),
    /** The columns shown, in their order. Empty for the page’s own. */
    columns: jsonb().$type<string[]>().notNull(),
    ownerId: text().notNull(),
    /** Whether the whole team sees it. */
    shared: boolean().notNull(),
    /** Whether the page opens with it: for the team if it is shared, otherwise for its owner. */
    isDefault: boolean().notNull(),
    createdAt: instantColumn().notNull(),
  },
  (table) => [index('views_by_owner').on(table.ownerId, table.name)],
);
