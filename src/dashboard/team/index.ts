import GroupsOutlined from '@mui/icons-material/GroupsOutlined';
import { personLabel } from '../../common/person-label.ts';
import type { ResourceDefinition } from '../shared/pages/definitions.ts';
import { lazyPage } from '../shared/pages/lazyComponent.ts';

export const team: ResourceDefinition = {
  menu: null,
  commands: [
    {
      label: 'Team',
      icon: GroupsOutlined,
      synonyms: 'people users colleagues invite roles',
      requires: { resource: 'users', action: 'edit' },
      to: '/users',
    },
  ],
  recordRepresentation: personLabel,
  list: lazyPage(async () => (await import('./TeamList.tsx')).TeamList),
};
