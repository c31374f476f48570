import AccessTime from '@mui/icons-material/AccessTime';
import type { PageDefinition } from '../shared/pages/definitions.ts';
import { StuckList } from './StuckList.tsx';

export const stuck: PageDefinition = {
  menu: {
    section: 'main',
    label: 'Stuck',
    icon: AccessTime,
    count: { resource: 'customers', filter: { stuck: true } },
  },
  element: <StuckList />,
  rest: '/:view?',
};
