import type { Change } from '../../../api/stream.ts';

/** A property of a value that may be no object. */
const propertyOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

/** Whether a change may affect what a query has read. React-admin's keys are [resource, method, parameters]. */
export const concerns = (
  { resources, customerId }: Change,
  [resource, method, parameters]: readonly unknown[],
): boolean => {
  if (!resources.includes('*') && !resources.includes(String(resource))) return false;
  const customerRead =
    resource === 'customers' && method === 'getOne'
      ? propertyOf(parameters, 'id')
      : propertyOf(propertyOf(parameters, 'filter'), 'customerId');
  if (customerId === undefined || customerRead === undefined) return true;
  return Array.isArray(customerRead)
    ? customerRead.includes(customerId)
    : customerRead === customerId;
};
