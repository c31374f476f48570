import { eq, sql } from 'drizzle-orm';
import { SOFTWARE } from '../journey/content/software.ts';
import { DEFAULT_THRESHOLDS, STUCK_REASONS, type StuckSettings } from '../journey/stuck.ts';
import type { Database, Transaction } from './database.ts';
import {
  codatSettings,
  software,
  stuckRules,
  type WorkspaceSettings,
  workspaceSettings,
} from './schema/index.ts';

const KNOWN_SOFTWARE = SOFTWARE.map(
  ({ key, name, guideUrl, signIn, onPremise, complexity, fileUpload, tags, ready }) => ({
    id: key,
    name,
    guideUrl,
    signIn,
    onPremise,
    complexity,
    fileUpload,
    tags,
    ready,
  }),
);

/** The id of the single row of Codat settings. By default, only companies with this product become customers. */
export const CODAT_SETTINGS_ID = 'codat';
const DEFAULT_CODAT_SETTINGS = { id: CODAT_SETTINGS_ID, product: 'spend-insights' };

/** The id of the single row of workspace settings. By default, links are valid for 90 days. */
export const WORKSPACE_SETTINGS_ID = 'workspace';
const DEFAULT_WORKSPACE = { id: WORKSPACE_SETTINGS_ID, senderName: 'Our team', linkDays: 90 };

/** Inserts default settings and updates our knowledge of accounting software. The team’s changes stay. */
export const seedSettings = async (database: Database): Promise<void> => {
  await database
    .insert(stuckRules)
    .values(STUCK_REASONS.map((id) => ({ id, ...DEFAULT_THRESHOLDS[id] })))
    .onConflictDoNothing();
  await database.insert(codatSettings).values(DEFAULT_CODAT_SETTINGS).onConflictDoNothing();
  await database.insert(workspaceSettings).values(DEFAULT_WORKSPACE).onConflictDoNothing();
  await database
    .insert(software)
    .values(KNOWN_SOFTWARE)
    .onConflictDoUpdate({
      target: software.id,
      set: {
        name: sql`excluded.name`,
        guideUrl: sql`excluded.guide_url`,
        signIn: sql`excluded.sign_in`,
        ready: sql`excluded.ready`,
      },
    });
};

/** All that stuck settings are made of, as one text. */
const stuckSettingsText = sql<string>`json_build_object(
  'thresholds', (
    select json_object_agg(${stuckRules.id}, json_build_object(
      'hours', ${stuckRules.hours}, 'onPremiseHours', ${stuckRules.onPremiseHours},
      'workingTime', ${stuckRules.workingTime}
    ) order by ${stuckRules.id}) from ${stuckRules}
  ),
  'software', (
    select coalesce(json_object_agg(${software.id}, json_build_object(
      'complexity', ${software.complexity}, 'onPremise', ${software.onPremise}, 'oneTime', ${software.oneTime}
    ) order by ${software.id}), '{}') from ${software}
  ),
  'calendar', json_build_object(
    'timeZone', ${workspaceSettings.timeZone}, 'workingDays', ${workspaceSettings.workingDays},
    'workingFrom', ${workspaceSettings.workingFrom}, 'workingTo', ${workspaceSettings.workingTo},
    'holidays', ${workspaceSettings.holidays}
  )
)::text`;

const parseStuckSettings = (text: string): StuckSettings => {
  const stored: StuckSettings = JSON.parse(text);
  return { ...stored, thresholds: { ...DEFAULT_THRESHOLDS, ...stored.thresholds } };
};

/** The last ones loaded. They seldom change, and what follows from them, such as working days, is worked out once. */
let last: { text: string; settings: StuckSettings } | undefined;

/**
 * Loads the team’s stuck rules and working time, and the complexity and mode of accounting software.
 * @throws Error when the workspace settings were never inserted
 */
export const loadStuckSettings = async (
  database: Database | Transaction,
): Promise<StuckSettings> => {
  const [row] = await database
    .select({ text: stuckSettingsText })
    .from(workspaceSettings)
    .where(eq(workspaceSettings.id, WORKSPACE_SETTINGS_ID))
    .prepare('stuck_settings')
    .execute();
  if (!row) throw new Error('Workspace settings not found.');
  if (row.text !== last?.text) last = { text: row.text, settings: parseStuckSettings(row.text) };
  return last.settings;
};

/**
 * Loads the workspace settings.
 * @throws Error when they were never inserted
 */
export const loadWorkspace = async (
  database: Database | Transaction,
): Promise<WorkspaceSettings> => {
  const [workspace] = await database
    .select()
    .from(workspaceSettings)
    .where(eq(workspaceSettings.id, WORKSPACE_SETTINGS_ID));
  if (!workspace) throw new Error('Workspace settings not found.');
  return workspace;
};
