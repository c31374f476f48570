import AccessTime from '@mui/icons-material/AccessTime';
import type { PageDefinition } from '../shared/pages/definitions.ts';
import { lazyPage } from '../shared/pages/lazyComponent.ts';
import { askForViews } from '../shared/views/useViews.ts';

const StuckList = lazyPage(async () => (await import('./StuckList.tsx')).StuckList);

export const stuck: PageDefinition = {
  menu: {
    section: 'main',
    label: 'Stuck',
    icon: AccessTime,
    count: { resource: 'customers', filter: { stuck: true } },
  },
  element: <StuckList />,
  rest: '/:view?',
  ask: (dataProvider) => askForViews(dataProvider, 'queue'),
};
