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

/** The one row of Codat's settings; customers are the companies with this product. */
export const CODAT_SETTINGS_ID = 'codat';
const DEFAULT_CODAT_SETTINGS = { id: CODAT_SETTINGS_ID, product: 'spend-insights' };

/** The one row of what customers see of us. A link works for a quarter of a year. */
export const WORKSPACE_SETTINGS_ID = 'workspace';
const DEFAULT_WORKSPACE = { id: WORKSPACE_SETTINGS_ID, senderName: 'Our team', linkDays: 90 };

/** Puts the default thresholds and what we know of each software in place; what a team has changed stays. */
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

/** The stuck rules and the complexity of each software, as the team has set them. */
export const loadStuckSettings = async (
  database: Database | Transaction,
): Promise<StuckSettings> => {
  const rules = await database.select().from(stuckRules);
  const all = await database.select().from(software);
  return {
    thresholds: {
      ...DEFAULT_THRESHOLDS,
      ...Object.fromEntries(rules.map(({ id, ...threshold }) => [id, threshold])),
    },
    software: Object.fromEntries(all.map((one) => [one.id, one])),
  };
};

/**
 * What customers see of us.
 * @throws Error when the settings were never put in place
 */
export const loadWorkspace = async (
  database: Database | Transaction,
): Promise<WorkspaceSettings> => {
  const [workspace] = await database
    .select()
    .from(workspaceSettings)
    .where(eq(workspaceSettings.id, WORKSPACE_SETTINGS_ID));
  if (!workspace) throw new Error('The workspace has no settings.');
  return workspace;
};
