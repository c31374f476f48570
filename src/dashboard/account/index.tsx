import AccountCircleOutlined from '@mui/icons-material/AccountCircleOutlined';
import type { PageDefinition } from '../shared/pages/definitions.ts';
import { lazyPage } from '../shared/pages/lazyComponent.ts';

const AccountPage = lazyPage(async () => (await import('./AccountPage.tsx')).AccountPage);

/** Opened from the person’s name at the end of the menu. */
export const account: PageDefinition = {
  menu: null,
  commands: [
    {
      label: 'Your account',
      icon: AccountCircleOutlined,
      synonyms: 'name password sessions shortcuts profile',
      to: '/account',
    },
  ],
  element: <AccountPage />,
};
