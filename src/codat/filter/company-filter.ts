import type { CodatSettings } from '../../database/schema/index.ts';
import { parseQuery, QueryError } from './query.ts';

export type CompanyFilter = Pick<CodatSettings, 'product' | 'tags'>;

/** What is known of a company. Webhooks leave out either. */
export type Described = {
  tags?: Record<string, string> | null | undefined;
  products?: readonly string[] | null | undefined;
};

type Tags = NonNullable<Described['tags']>;

const valuesOf = (tag: string) => (tags: Tags) =>
  Object.hasOwn(tags, tag) ? [tags[tag] ?? ''] : [];

const matchesTags = (condition: string, tags: Tags): boolean | null => {
  try {
    return parseQuery(condition, valuesOf, 'Company')(tags);
  } catch (error) {
    // Codat rejects it too, so that the next sync says what is wrong with it.
    if (error instanceof QueryError) return null;
    throw error;
  }
};

/** Whether a company matches the filter. Null if what is known of it doesn’t tell. */
export const matchesFilter = (
  { product, tags: condition }: CompanyFilter,
  { tags, products }: Described,
): boolean | null => {
  const matches = [
    product === null || (products?.includes(product) ?? null),
    condition === null || (tags ? matchesTags(condition, tags) : null),
  ];
  if (matches.includes(false)) return false;
  return matches.includes(null) ? null : true;
};
