import KeyOutlined from '@mui/icons-material/KeyOutlined';
import type { ResourceDefinition } from '../shared/pages/definitions.ts';
import { lazyPage } from '../shared/pages/lazyComponent.ts';

export const apiKeys: ResourceDefinition = {
  menu: null,
  commands: [
    {
      label: 'API keys',
      icon: KeyOutlined,
      requires: { resource: 'api-keys', action: 'list' },
      to: '/api-keys',
    },
  ],
  list: lazyPage(async () => (await import('./ApiKeyList.tsx')).ApiKeyList),
  recordRepresentation: 'name',
};
