import { z } from '@hono/zod-openapi';
import { eq, getTableColumns, sql } from 'drizzle-orm';
import { addLink, linkAddress, linkToCopy } from '../../database/links/links.ts';
import { lockCustomers } from '../../database/locks.ts';
import { links, workspaceSettings } from '../../database/schema/index.ts';
import { loadWorkspace } from '../../database/settings.ts';
import { transact } from '../../database/transact.ts';
import { instant } from '../../journey/clock/instant-schema.ts';
import { toInstant } from '../../journey/instant.ts';
import { checkCustomer } from '../customers/check-customer.ts';
import { create } from '../kit/create.ts';
import { recordOf } from '../kit/record-schema.ts';
import type { ApiRequest } from '../kit/request.ts';
import type { Resource } from '../kit/resource.ts';
import { update } from '../kit/update.ts';
import { writable } from '../kit/writable.ts';
import { authorize } from '../session/session.ts';

/** The token is shown only as part of the address to copy. */
export const linkRecord = recordOf(links)
  .omit({ token: true })
  .extend({ address: z.string(), expiresAt: instant.nullable() });
export type LinkRecord = z.output<typeof linkRecord>;

const addressField = ({ ports: { publicUrl } }: ApiRequest) =>
  sql<string>`${linkAddress(publicUrl, { token: '' })}::text || ${links.token}`;

const linkDays = sql`(select ${workspaceSettings.linkDays} from ${workspaceSettings})`;
const expiresAt = sql`${links.createdAt} + ${linkDays} * interval '24 hours'`.mapWith(
  (value: string | null) => value && toInstant(value),
);

/** The customer’s link to copy: the existing one, or a new one. Concurrent requests get the same link. */
const addLinkToCopy = async (request: ApiRequest, { customerId }: { customerId: string }) => {
  const { ports, person, now } = request;
  return transact(ports.database, async (transaction) => {
    await lockCustomers(transaction, [customerId]);
    await checkCustomer({ ...request, ports: { ...ports, database: transaction } }, customerId);
    const workspace = await loadWorkspace(transaction);
    const current = await linkToCopy(transaction, customerId, workspace, now);
    if (current) return { existing: current.id };
    const added = { customerId, emailId: null, createdById: person.id };
    return (await addLink(transaction, added, now)).id;
  });
};

const fields = (request: ApiRequest) => {
  const { token: _, ...columns } = getTableColumns(links);
  return { ...columns, address: addressField(request), expiresAt };
};

export const linksResource: Resource<LinkRecord> = {
  name: 'links',
  table: links,
  record: linkRecord,
  fields,
  select: (request) => request.ports.database.select(fields(request)).from(links).$dynamic(),
  customer: links.customerId,
  defaultSort: ['createdAt', 'DESC'],
  create: create(z.strictObject({ customerId: z.string() }), addLinkToCopy),
  update: update(
    writable(linkRecord, { revokedAt: instant.nullable() }),
    async ({ ports: { database }, person }, link, changes) => {
      const { revokedAt, id } = link;
      if (changes.revokedAt === undefined) return;
      // The first to revoke it did.
      if (revokedAt && changes.revokedAt) return;
      if (revokedAt) authorize(person, 'restore', 'links', link);
      await database.update(links).set(changes).where(eq(links.id, id));
    },
  ),
};
