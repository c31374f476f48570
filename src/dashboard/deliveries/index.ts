import WebhookOutlined from '@mui/icons-material/WebhookOutlined';
import type { ResourceDefinition } from '../shared/pages/definitions.ts';
import { DeliveryList } from './DeliveryList.tsx';

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
  list: DeliveryList,
};
