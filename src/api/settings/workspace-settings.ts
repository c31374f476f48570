import { z } from '@hono/zod-openapi';
import { eq, getTableColumns } from 'drizzle-orm';
import { workspaceSettings } from '../../database/schema/index.ts';
import { recordOf } from '../kit/record-schema.ts';
import type { Resource } from '../kit/resource.ts';
import { update } from '../kit/update.ts';
import { lineOfText, writable } from '../kit/writable.ts';

export const workspaceSettingsRecord = recordOf(workspaceSettings);
export type WorkspaceSettingsRecord = z.output<typeof workspaceSettingsRecord>;

const DAYS = 'A whole number of days from 1 to 3,650, or nothing for links that never expire.';

/** What an administrator may set, and what the preview of the link page takes. */
export const workspaceForms = {
  senderName: lineOfText(100),
  supportEmail: z.email('This is no e-mail address.').nullable(),
  supportPhone: lineOfText(40)
    .pipe(
      z.string().regex(/^[+\d(][\d\s()./x-]{3,}$/, 'A telephone number, such as +44 20 7946 0000.'),
    )
    .nullable(),
  linkDays: z.int(DAYS).min(1, DAYS).max(3650, DAYS).nullable(),
};

export const workspaceSettingsResource: Resource<WorkspaceSettingsRecord> = {
  name: 'workspace-settings',
  table: workspaceSettings,
  record: workspaceSettingsRecord,
  fields: () => getTableColumns(workspaceSettings),
  select: ({ ports: { database } }) => database.select().from(workspaceSettings).$dynamic(),
  defaultSort: ['id', 'ASC'],
  update: update(
    writable(workspaceSettingsRecord, workspaceForms),
    async ({ ports: { database } }, { id }, changes) => {
      if (Object.keys(changes).length > 0)
        await database.update(workspaceSettings).set(changes).where(eq(workspaceSettings.id, id));
    },
  ),
};
