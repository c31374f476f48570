import type { Change } from '../../../api/stream.ts';

/** A property of a value that may be no object. */
export const propertyOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

/** The customers that a query is about, or undefined if any may be. React-admin's keys are [resource, method, parameters]. */
export const customersOf = ([resource, method, parameters]: readonly unknown[]):
  | unknown[]
  | undefined => {
  const one =
    resource === 'customers' && method === 'getOne'
      ? propertyOf(parameters, 'id')
      : resource === 'customers' && method === 'getMany'
        ? propertyOf(parameters, 'ids')
        : propertyOf(propertyOf(parameters, 'filter'), 'customerId');
  if (one === undefined) return undefined;
  return Array.isArray(one) ? one : [one];
};

/** Whether a change may affect what a query has read. */
export const concerns = ({ resources, customerId }: Change, key: readonly unknown[]): boolean => {
  if (!resources.includes('*') && !resources.includes(String(key[0]))) return false;
  const read = customersOf(key);
  return customerId === undefined || read === undefined || read.includes(customerId);
};
