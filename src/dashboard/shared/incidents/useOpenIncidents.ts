import { useGetList } from 'react-admin';
import type { IncidentRecord } from '../../../api/incidents/resource.ts';

/** More customers may have failed since the list was read. */
const REFRESH_MS = 60_000;

const OPEN = {
  filter: { open: true },
  sort: { field: 'startedAt', order: 'DESC' },
  pagination: { page: 1, perPage: 100 },
} as const;

/** In milliseconds: longer than the parts of a page are apart that ask. */
const RECENT_MS = 2000;

/** The software that fails for more customers than usual now. One request serves all parts of a page that ask. */
export const useOpenIncidents = () =>
  useGetList<IncidentRecord>('incidents', OPEN, {
    refetchInterval: REFRESH_MS,
    staleTime: RECENT_MS,
  });
