import type { ResourceDefinition } from '../shared/pages/definitions.ts';
import { lazyComponent } from '../shared/pages/lazyComponent.ts';

export const emailTemplates: ResourceDefinition = {
  menu: null,
  list: lazyComponent(async () => (await import('./EmailTemplateList.tsx')).EmailTemplateList),
  edit: lazyComponent(async () => (await import('./EmailTemplateEdit.tsx')).EmailTemplateEdit),
};
