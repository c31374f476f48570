import type { ResourceDefinition } from '../shared/pages/definitions.ts';
import { lazyPage } from '../shared/pages/lazyComponent.ts';

export const apiKeys: ResourceDefinition = {
  menu: null,
  list: lazyPage(async () => (await import('./ApiKeyList.tsx')).ApiKeyList),
  recordRepresentation: 'name',
};
