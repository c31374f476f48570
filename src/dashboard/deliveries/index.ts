import WebhookOutlined from '@mui/icons-material/WebhookOutlined';
import type { ResourceDefinition } from '../shared/pages/definitions.ts';
import { lazyPage } from '../shared/pages/lazyComponent.ts';

export const deliveries: ResourceDefinition = {
  menu: null,
  commands: [
    {
      label: 'Webhooks',
      icon: WebhookOutlined,
      synonyms: 'deliveries',
      requires: { resource: 'deliveries', action: 'list' },
      to: '/deliveries',
    },
  ],
  list: lazyPage(async () => (await import('./DeliveryList.tsx')).DeliveryList),
};
