import SettingsOutlined from '@mui/icons-material/SettingsOutlined';
import type { PageDefinition } from '../shared/pages/definitions.ts';
import { lazyPage } from '../shared/pages/lazyComponent.ts';

const SettingsPage = lazyPage(async () => (await import('./SettingsPage.tsx')).SettingsPage);

export const settings: PageDefinition = {
  menu: {
    section: 'workspace',
    label: 'Settings',
    icon: SettingsOutlined,
    includes: ['stuck-rules', 'email-templates', 'users', 'alerts', 'api-keys'],
  },
  rest: '/*',
  element: <SettingsPage />,
};
