import type { ResourceDefinition } from '../shared/definitions.ts';
import { DeliveryList } from './DeliveryList.tsx';

export const deliveries: ResourceDefinition = { menu: null, list: DeliveryList };
