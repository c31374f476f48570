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

/** Loads the team’s stuck rules and working time, and the complexity and mode of accounting software. */
export const loadStuckSettings = async (
  database: Database | Transaction,
): Promise<StuckSettings> => {
  const rules = await database.select().from(stuckRules);
  const { id, complexity, onPremise, oneTime } = software;
  const all = await database.select({ id, complexity, onPremise, oneTime }).from(software);
  return {
    thresholds: {
      ...DEFAULT_THRESHOLDS,
      ...Object.fromEntries(rules.map(({ id, ...threshold }) => [id, threshold])),
    },
    software: Object.fromEntries(all.map((one) => [one.id, one])),
    calendar: await loadWorkspace(database),
  };
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
