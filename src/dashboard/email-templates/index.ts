import EmailOutlined from '@mui/icons-material/EmailOutlined';
import type { ResourceDefinition } from '../shared/pages/definitions.ts';
import { lazyPage } from '../shared/pages/lazyComponent.ts';

export const emailTemplates: ResourceDefinition = {
  menu: null,
  commands: [{ label: 'Email templates', icon: EmailOutlined, to: '/email-templates' }],
  list: lazyPage(async () => (await import('./EmailTemplateList.tsx')).EmailTemplateList),
  edit: lazyPage(async () => (await import('./EmailTemplateEdit.tsx')).EmailTemplateEdit),
};
