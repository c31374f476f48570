import Computer from '@mui/icons-material/ComputerOutlined';
import type { ResourceDefinition } from '../shared/pages/definitions.ts';
import { lazyPage } from '../shared/pages/lazyComponent.ts';

export const software: ResourceDefinition = {
  menu: { section: 'main', label: 'Software', icon: Computer },
  list: lazyPage(async () => (await import('./SoftwareList.tsx')).SoftwareList),
  show: lazyPage(async () => (await import('./SoftwareShow.tsx')).SoftwareShow),
  recordRepresentation: 'name',
};
