import { eq } from 'drizzle-orm';
import type { Database } from '../../src/database/database.ts';
import { installation, workspaceSettings } from '../../src/database/schema/index.ts';
import { WORKSPACE_SETTINGS_ID } from '../../src/database/settings.ts';
import { transact } from '../../src/database/transact.ts';
import { INVITER } from '../codat/link/pages/parts.ts';

/** Sets the sandbox's sender name and support phone at the first start. Keeps later changes. */
export const setSandboxSender = (database: Database): Promise<void> =>
  transact(database, async (transaction) => {
    const first = await transaction
      .insert(installation)
      .values({ key: 'sandbox_sender', value: INVITER })
      .onConflictDoNothing()
      .returning();
    if (first.length === 0) return;
    await transaction
      .update(workspaceSettings)
      .set({ senderName: INVITER, supportPhone: '+44 20 7946 0000' })
      .where(eq(workspaceSettings.id, WORKSPACE_SETTINGS_ID));
  });
