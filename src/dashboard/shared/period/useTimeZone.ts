import { useGetOne } from 'react-admin';
import type { WorkspaceSettingsRecord } from '../../../api/settings/workspace-settings.ts';
import { ownZone } from './period-labels.ts';

/**
 * The team’s time zone, whose days, weeks and months those of numbers are. Moments of events are shown in the reader’s.
 * Null until it is known. The reader’s own if it can’t be: then the numbers say themselves what failed.
 */
export const useTimeZone = (): string | null => {
  const { data, error } = useGetOne<WorkspaceSettingsRecord>('workspace-settings', {
    id: 'workspace',
  });
  if (!data && error) return ownZone();
  return data?.timeZone ?? null;
};
