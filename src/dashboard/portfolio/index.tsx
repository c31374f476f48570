import FolderShared from '@mui/icons-material/FolderSharedOutlined';
import type { PageDefinition } from '../shared/pages/definitions.ts';
import { lazyPage } from '../shared/pages/lazyComponent.ts';

const PortfolioPage = lazyPage(async () => (await import('./PortfolioPage.tsx')).PortfolioPage);

export const portfolio: PageDefinition = {
  menu: { section: 'main', label: 'Portfolio', icon: FolderShared },
  element: <PortfolioPage />,
};
