import Timeline from '@mui/icons-material/Timeline';
import { SHOW_ALL } from '../shared/list/showAll.ts';
import type { ResourceDefinition } from '../shared/pages/definitions.ts';
import { lazyPage } from '../shared/pages/lazyComponent.ts';

export const activity: ResourceDefinition = {
  menu: { section: 'workspace', label: 'Activity', icon: Timeline, search: SHOW_ALL },
  list: lazyPage(async () => (await import('./ActivityList.tsx')).ActivityList),
};
