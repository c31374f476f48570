import type { Row } from '../kit/resource.ts';

const sameValue = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The fields of a body that differ from the record. Forms also send unchanged fields. */
export const changedFields = <S extends object>(before: object, sent: S): Partial<S> => {
  const old = new Map(Object.entries(before));
  const changed: Partial<S> = { ...sent };
  for (const name in changed) if (sameValue(changed[name], old.get(name))) delete changed[name];
  return changed;
};

/** The values that a record has in the fields of a change. */
export const sameFieldsOf = (record: object, change: object): object =>
  Object.fromEntries(Object.entries(record).filter(([name]) => Object.hasOwn(change, name)));

/** The ID of the customer that a record is or belongs to; null without one. */
export const customerOf = (resource: string, row: Row): string | null => {
  if (resource === 'customers') return row.id;
  return 'customerId' in row && typeof row.customerId === 'string' ? row.customerId : null;
};
