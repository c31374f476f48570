import Timeline from '@mui/icons-material/Timeline';
import type { ResourceDefinition } from '../shared/pages/definitions.ts';
import { lazyPage } from '../shared/pages/lazyComponent.ts';

export const activity: ResourceDefinition = {
  menu: { section: 'workspace', label: 'Activity', icon: Timeline },
  list: lazyPage(async () => (await import('./ActivityList.tsx')).ActivityList),
};
