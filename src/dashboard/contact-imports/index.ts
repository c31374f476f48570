import type { ResourceDefinition } from '../shared/pages/definitions.ts';
import { lazyComponent } from '../shared/pages/lazyComponent.ts';

export const contactImports: ResourceDefinition = {
  menu: null,
  list: lazyComponent(async () => (await import('./ContactImportList.tsx')).ContactImportList),
  show: lazyComponent(async () => (await import('./ContactImportShow.tsx')).ContactImportShow),
};
