import MenuBook from '@mui/icons-material/MenuBookOutlined';
import type { PageDefinition } from '../shared/pages/definitions.ts';
import { GuidesPage } from './GuidesPage.tsx';

export const guides: PageDefinition = {
  menu: { section: 'main', label: 'Guides', icon: MenuBook },
  rest: '/:software?',
  element: <GuidesPage />,
};
