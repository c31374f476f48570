import type { z } from '@hono/zod-openapi';
import { getTableColumns } from 'drizzle-orm';
import { deliveries } from '../../database/schema/index.ts';
import { recordOf } from '../kit/record-schema.ts';
import type { Resource } from '../kit/resource.ts';

export const deliveryRecord = recordOf(deliveries);
export type DeliveryRecord = z.output<typeof deliveryRecord>;

export const deliveriesResource: Resource<DeliveryRecord> = {
  name: 'deliveries',
  table: deliveries,
  record: deliveryRecord,
  fields: () => getTableColumns(deliveries),
  select: ({ ports: { database } }) => database.select().from(deliveries).$dynamic(),
  customer: deliveries.customerId,
  defaultSort: ['receivedAt', 'DESC'],
};
