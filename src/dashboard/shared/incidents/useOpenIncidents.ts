import { useGetList } from 'react-admin';
import type { IncidentRecord } from '../../../api/incidents/resource.ts';
import { ASKED_ONCE } from '../server/askedOnce.ts';

/** More customers may have failed since the list was read. */
const REFRESH_MS = 60_000;

const OPEN = {
  filter: { open: true },
  sort: { field: 'startedAt', order: 'DESC' },
  pagination: { page: 1, perPage: 100 },
} as const;

/** The software that fails for more customers than usual now. One request serves all parts of a page that ask. */
export const useOpenIncidents = () =>
  useGetList<IncidentRecord>('incidents', OPEN, {
    ...ASKED_ONCE,
    refetchInterval: REFRESH_MS,
  });
