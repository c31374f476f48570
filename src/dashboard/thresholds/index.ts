import type { ResourceDefinition } from '../shared/pages/definitions.ts';
import { lazyPage } from '../shared/pages/lazyComponent.ts';

export const thresholds: ResourceDefinition = {
  menu: null,
  list: lazyPage(async () => (await import('./ThresholdList.tsx')).ThresholdList),
};
