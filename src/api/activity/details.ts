import type { Row } from '../kit/resource.ts';

const sameValue = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The fields of a body that say something else than the record did; forms send back what nobody changed. */
export const changedFields = (before: object, sent: object): object => {
  const old = new Map(Object.entries(before));
  return Object.fromEntries(
    Object.entries(sent).filter(([name, value]) => !sameValue(value, old.get(name))),
  );
};

/** The customer that a record is, or belongs to. */
export const customerOf = (resource: string, row: Row): string | null => {
  if (resource === 'customers') return row.id;
  return 'customerId' in row && typeof row.customerId === 'string' ? row.customerId : null;
};
