import { useGetOne } from 'react-admin';
import type { WorkspaceSettingsRecord } from '../../../api/settings/workspace-settings.ts';
import { nextWorkingDay } from '../../../journey/clock/working-time.ts';
import { type Instant, toInstant } from '../../../journey/instant.ts';
import { useNow } from '../format/useNow.ts';

/** When the team starts work on its next working day. Null until its settings are known. */
export const useNextWorkingDay = (): Instant | null => {
  const { data } = useGetOne<WorkspaceSettingsRecord>('workspace-settings', { id: 'workspace' });
  const now = useNow();
  return data ? nextWorkingDay(toInstant(now), data) : null;
};
