import FilterAlt from '@mui/icons-material/FilterAltOutlined';
import type { PageDefinition } from '../shared/pages/definitions.ts';
import { lazyPage } from '../shared/pages/lazyComponent.ts';

const OverviewPage = lazyPage(async () => (await import('./OverviewPage.tsx')).OverviewPage);

export const overview: PageDefinition = {
  menu: { section: 'main', label: 'Overview', icon: FilterAlt },
  element: <OverviewPage />,
};
