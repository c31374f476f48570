import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import type { ResourceDefinition } from '../shared/pages/definitions.ts';
import { lazyPage } from '../shared/pages/lazyComponent.ts';

export const contactImports: ResourceDefinition = {
  menu: null,
  commands: [
    {
      label: 'Import contacts',
      icon: UploadFileOutlined,
      synonyms: 'upload file CSV',
      requires: { resource: 'contact-imports', action: 'create' },
      to: '/contact-imports',
    },
  ],
  list: lazyPage(async () => (await import('./ContactImportList.tsx')).ContactImportList),
  show: lazyPage(async () => (await import('./ContactImportShow.tsx')).ContactImportShow),
};
