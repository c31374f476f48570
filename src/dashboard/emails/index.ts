import OutboxOutlined from '@mui/icons-material/OutboxOutlined';
import { SHOW_ALL } from '../shared/list/showAll.ts';
import type { ResourceDefinition } from '../shared/pages/definitions.ts';
import { lazyPage } from '../shared/pages/lazyComponent.ts';
import { WAITING } from '../shared/sending/emailLabels.ts';

export const emails: ResourceDefinition = {
  menu: {
    search: SHOW_ALL,
    section: 'main',
    label: 'Outbox',
    icon: OutboxOutlined,
    count: { resource: 'emails', filter: { state: WAITING }, hideZero: true },
  },
  list: lazyPage(async () => (await import('./OutboxList.tsx')).OutboxList),
  show: lazyPage(async () => (await import('./EmailShow.tsx')).EmailShow),
};
