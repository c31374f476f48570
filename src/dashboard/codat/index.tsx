import CloudSync from '@mui/icons-material/CloudSyncOutlined';
import type { PageDefinition } from '../shared/pages/definitions.ts';
import { lazyPage } from '../shared/pages/lazyComponent.ts';

const CodatPage = lazyPage(async () => (await import('./CodatPage.tsx')).CodatPage);

export const codat: PageDefinition = {
  menu: {
    section: 'workspace',
    label: 'Codat',
    icon: CloudSync,
    requires: { resource: 'codat-settings', action: 'show' },
    includes: ['deliveries'],
  },
  element: <CodatPage />,
};
