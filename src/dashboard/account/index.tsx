import AccountCircleOutlined from '@mui/icons-material/AccountCircleOutlined';
import type { PageDefinition } from '../shared/pages/definitions.ts';
import { AccountPage } from './AccountPage.tsx';

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
