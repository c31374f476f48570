import FilterAlt from '@mui/icons-material/FilterAltOutlined';
import type { PageDefinition } from '../shared/pages/definitions.ts';
import { OverviewPage } from './OverviewPage.tsx';

export const overview: PageDefinition = {
  menu: { section: 'main', label: 'Overview', icon: FilterAlt },
  element: <OverviewPage />,
};
