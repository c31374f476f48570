import type { ResourceDefinition } from '../shared/definitions.ts';
import { lazyComponent } from '../shared/lazyComponent.ts';

export const contactImports: ResourceDefinition = {
  menu: null,
  list: lazyComponent(async () => (await import('./ContactImportList.tsx')).ContactImportList),
  show: lazyComponent(async () => (await import('./ContactImportShow.tsx')).ContactImportShow),
};
