import { personLabel } from '../../common/person-label.ts';
import type { ResourceDefinition } from '../shared/pages/definitions.ts';
import { lazyPage } from '../shared/pages/lazyComponent.ts';

export const team: ResourceDefinition = {
  menu: null,
  recordRepresentation: personLabel,
  list: lazyPage(async () => (await import('./TeamList.tsx')).TeamList),
};
