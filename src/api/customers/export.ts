import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { exportCustomer } from '../../database/privacy/export.ts';
import { recordActivity } from '../activity/record-activity.ts';
import { authorized } from '../kit/request.ts';
import { idParameter, json } from '../kit/responses.ts';
import { findRow } from '../kit/rows.ts';
import type { Ports } from '../ports.ts';
import type { Env } from '../session/session.ts';
import { customersResource } from './resource.ts';

const exported = z.record(z.string(), z.unknown());

const route = createRoute({
  method: 'post',
  path: '/api/customers/{id}/export',
  tags: ['customers'],
  summary: 'Export everything about a customer',
  request: { params: idParameter },
  responses: { 200: json(exported, 'All that is stored about the customer, by table.') },
});

/** Exports personal data. A POST, because the export is recorded in the activity. */
export const exportRoutes = (ports: Ports) =>
  new OpenAPIHono<Env>().openapi(route, async (context) => {
    const request = authorized(ports, context, 'export', 'customers');
    const { id } = await findRow(customersResource, context.req.valid('param').id, request);
    await recordActivity(request, {
      action: 'export-everything',
      resource: 'customers',
      recordId: id,
      customerId: id,
    });
    const everything = await exportCustomer(ports.database, id);
    context.header('content-disposition', 'attachment; filename="customer.json"');
    return context.json({ exportedAt: request.now, ...everything }, 200);
  });

export type ExportRoutes = ReturnType<typeof exportRoutes>;
