import type { ResourceDefinition } from '../shared/pages/definitions.ts';
import { lazyPage } from '../shared/pages/lazyComponent.ts';
import { personLabel } from '../shared/people/personLabel.ts';

export const team: ResourceDefinition = {
  menu: null,
  recordRepresentation: personLabel,
  list: lazyPage(async () => (await import('./TeamList.tsx')).TeamList),
};
