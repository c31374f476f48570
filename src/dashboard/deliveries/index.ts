import type { ResourceDefinition } from '../shared/pages/definitions.ts';
import { DeliveryList } from './DeliveryList.tsx';

export const deliveries: ResourceDefinition = { menu: null, list: DeliveryList };
