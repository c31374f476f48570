import FolderShared from '@mui/icons-material/FolderSharedOutlined';
import type { PageDefinition } from '../shared/pages/definitions.ts';
import { PortfolioPage } from './PortfolioPage.tsx';

export const portfolio: PageDefinition = {
  menu: { section: 'main', label: 'Portfolio', icon: FolderShared },
  element: <PortfolioPage />,
};
