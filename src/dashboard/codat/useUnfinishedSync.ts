import { useGetList } from 'react-admin';
import type { SyncRecord } from '../../api/syncs/resource.ts';

/** The running or waiting sync. There is at most one. */
export const useUnfinishedSync = (): SyncRecord | undefined =>
  useGetList<SyncRecord>('syncs', {
    filter: { state: ['running', 'waiting'] },
    pagination: { page: 1, perPage: 1 },
    sort: { field: 'startedAt', order: 'DESC' },
  }).data?.[0];
