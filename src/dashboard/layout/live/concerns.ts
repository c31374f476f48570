import type { Change } from '../../../api/stream.ts';

type Parameters = { id?: unknown; filter?: { customerId?: unknown } };

/** Whether what a query has read may have changed. React-admin's keys are [resource, method, parameters]. */
export const concerns = (
  { resources, customerId }: Change,
  [resource, method, parameters]: readonly unknown[],
): boolean => {
  if (!resources.includes('*') && !resources.includes(String(resource))) return false;
  const { id, filter } = (parameters ?? {}) as Parameters;
  const readOf = resource === 'customers' && method === 'getOne' ? id : filter?.customerId;
  return customerId === undefined || readOf === undefined || readOf === customerId;
};
