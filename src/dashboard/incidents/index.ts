import type { ResourceDefinition } from '../shared/pages/definitions.ts';
import { lazyPage } from '../shared/pages/lazyComponent.ts';

/** Reached from the warning and from the page of the software. */
export const incidents: ResourceDefinition = {
  menu: null,
  list: lazyPage(async () => (await import('./IncidentList.tsx')).IncidentList),
};
