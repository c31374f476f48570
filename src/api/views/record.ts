import { z } from '@hono/zod-openapi';
import { views } from '../../database/schema/index.ts';
import { recordOf } from '../kit/record-schema.ts';
import { lineOfText } from '../kit/writable.ts';

const field = z.string().max(100, 'At most 100 characters.');

export const viewForms = {
  name: lineOfText(60),
  filter: z.record(z.string(), z.unknown()),
  sort: z.strictObject({ field, order: z.enum(['ASC', 'DESC']) }).nullable(),
  columns: z.array(field).max(50, 'At most 50 columns.'),
  shared: z.boolean(),
  isDefault: z.boolean(),
};

export const viewRecord = recordOf(views).extend({
  filter: viewForms.filter,
  sort: viewForms.sort,
  columns: viewForms.columns,
});
export type ViewRecord = z.output<typeof viewRecord>;
