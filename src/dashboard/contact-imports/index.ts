import type { ResourceDefinition } from '../shared/pages/definitions.ts';
import { lazyPage } from '../shared/pages/lazyComponent.ts';

export const contactImports: ResourceDefinition = {
  menu: null,
  list: lazyPage(async () => (await import('./ContactImportList.tsx')).ContactImportList),
  show: lazyPage(async () => (await import('./ContactImportShow.tsx')).ContactImportShow),
};
