import type { z } from '@hono/zod-openapi';
import { eq, getTableColumns } from 'drizzle-orm';
import { invitations } from '../../database/schema/index.ts';
import { recordOf } from '../kit/record-schema.ts';
import { remove } from '../kit/remove.ts';
import type { Resource } from '../kit/resource.ts';

const { tokenHash: _, ...shown } = getTableColumns(invitations);

export const invitationRecord = recordOf(invitations).omit({ tokenHash: true });
export type InvitationRecord = z.output<typeof invitationRecord>;

/** Invitations that nobody has accepted yet, expired ones included. Deleting one revokes it. */
export const invitationsResource: Resource<InvitationRecord> = {
  name: 'invitations',
  table: invitations,
  customer: null,
  record: invitationRecord,
  fields: () => shown,
  select: ({ ports: { database } }) => database.select(shown).from(invitations).$dynamic(),
  searched: [invitations.name, invitations.email],
  defaultSort: ['createdAt', 'DESC'],
  remove: remove(async ({ ports: { database } }, { id }) => {
    await database.delete(invitations).where(eq(invitations.id, id));
  }),
};
