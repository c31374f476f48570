import { z } from '@hono/zod-openapi';
import { eq, getTableColumns } from 'drizzle-orm';
import { ANYTHING, announce } from '../../database/changes/changes.ts';
import { workspaceSettings } from '../../database/schema/index.ts';
import { emailAddress, MAX_ADDRESS } from '../../journey/profile/email-address.ts';
import { changedFields } from '../activity/details.ts';
import { recordOf } from '../kit/record-schema.ts';
import type { Resource } from '../kit/resource.ts';
import { update } from '../kit/update.ts';
import { lineOfText, writable } from '../kit/writable.ts';
import { recalculateSoon } from '../stuck-rules/recalculate-soon.ts';
import { calendarForms, changesCalendar, checkWorkingTime } from './calendar.ts';

export const workspaceSettingsRecord = recordOf(workspaceSettings);
export type WorkspaceSettingsRecord = z.output<typeof workspaceSettingsRecord>;

const DAYS = 'Enter 1–3650 whole days, or leave blank for no expiry.';

/** What customers see of the workspace, which the link page preview accepts too. */
export const workspaceForms = {
  senderName: lineOfText(100),
  supportEmail: emailAddress.max(MAX_ADDRESS, `At most ${MAX_ADDRESS} characters.`).nullable(),
  supportPhone: lineOfText(40)
    .pipe(
      z.string().regex(/^[+\d(][\d\s()./x-]{3,}$/, 'Enter a phone number, e.g. +44 20 7946 0000.'),
    )
    .nullable(),
  linkDays: z.int(DAYS).min(1, DAYS).max(3650, DAYS).nullable(),
};

const CONVERSION_DAYS = 'Enter 1–90 whole days.';
const conversionDays = z.int(CONVERSION_DAYS).min(1, CONVERSION_DAYS).max(90, CONVERSION_DAYS);

const { managersSeeOwn, unassignedVisibleTo } = workspaceSettingsRecord.shape;

export const workspaceSettingsResource: Resource<WorkspaceSettingsRecord> = {
  name: 'workspace-settings',
  table: workspaceSettings,
  record: workspaceSettingsRecord,
  fields: () => getTableColumns(workspaceSettings),
  select: ({ ports: { database } }) => database.select().from(workspaceSettings).$dynamic(),
  customer: null,
  defaultSort: ['id', 'ASC'],
  update: update(
    writable(workspaceSettingsRecord, {
      ...workspaceForms,
      ...calendarForms,
      conversionDays,
      managersSeeOwn,
      unassignedVisibleTo,
    }),
    async (request, { id, ...stored }, changes) => {
      checkWorkingTime(stored, changes);
      if (Object.keys(changes).length === 0) return;
      const { database } = request.ports;
      await database.update(workspaceSettings).set(changes).where(eq(workspaceSettings.id, id));
      if (changesCalendar(changedFields(stored, changes))) await recalculateSoon(request);
      // Open pages may show customers who are out of sight now.
      if (changes.managersSeeOwn !== undefined || changes.unassignedVisibleTo !== undefined)
        await announce(database, ANYTHING);
    },
  ),
};
