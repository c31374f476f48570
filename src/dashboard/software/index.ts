import Computer from '@mui/icons-material/ComputerOutlined';
import type { ResourceDefinition } from '../shared/pages/definitions.ts';
import { lazyComponent } from '../shared/pages/lazyComponent.ts';

export const software: ResourceDefinition = {
  menu: { section: 'main', label: 'Software', icon: Computer },
  list: lazyComponent(async () => (await import('./SoftwareList.tsx')).SoftwareList),
  show: lazyComponent(async () => (await import('./SoftwareShow.tsx')).SoftwareShow),
  recordRepresentation: 'name',
};
