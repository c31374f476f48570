import MenuBook from '@mui/icons-material/MenuBookOutlined';
import type { PageDefinition } from '../shared/pages/definitions.ts';
import { lazyPage } from '../shared/pages/lazyComponent.ts';

const GuidesPage = lazyPage(async () => (await import('./GuidesPage.tsx')).GuidesPage);

export const guides: PageDefinition = {
  menu: { section: 'main', label: 'Guides', icon: MenuBook },
  rest: '/:software?',
  element: <GuidesPage />,
};
