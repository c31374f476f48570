import type { ResourceDefinition } from '../shared/pages/definitions.ts';
import { lazyPage } from '../shared/pages/lazyComponent.ts';

export const alerts: ResourceDefinition = {
  menu: null,
  list: lazyPage(async () => (await import('./AlertList.tsx')).AlertList),
  recordRepresentation: 'name',
};
