import CloudSync from '@mui/icons-material/CloudSyncOutlined';
import type { PageDefinition } from '../shared/pages/definitions.ts';
import { CodatPage } from './CodatPage.tsx';

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
