import type { SandboxCompany } from '../world/companies.ts';
import type { Register } from '../world/register.ts';
import type { World } from '../world/world.ts';
import { COMPANY_PROPERTIES } from './company-properties.ts';
import { parseQuery } from './query.ts';
import { one, ordered, queried, type Selection } from './select.ts';

type CompanySelection = Selection & { tags?: string | undefined };

const tag =
  (name: string) =>
  ({ tags }: SandboxCompany) =>
    one(Object.hasOwn(tags, name) ? (tags[name] ?? null) : null);

/**
 * Selects companies, oldest first by default. Caches the latest selection until a company changes, so that its next
 * page needs no search.
 */
export const createListing = (world: World, register: Register) => {
  let remembered: { key: string; companies: readonly SandboxCompany[] } = {
    key: '',
    companies: [],
  };

  const inOrder = (orderBy: string | undefined): SandboxCompany[] => {
    if (!orderBy) return register.byCreation();
    // The world keeps its companies in order of their last change, even within a millisecond.
    if (orderBy === 'modifiedDate') return [...world.companies.values()];
    if (orderBy === '-modifiedDate') return [...world.companies.values()].reverse();
    return ordered(register.byCreation(), orderBy, COMPANY_PROPERTIES, 'Company');
  };

  const select = ({ query, tags, orderBy }: CompanySelection): SandboxCompany[] => {
    const all = inOrder(orderBy);
    const found = query ? queried(all, query, COMPANY_PROPERTIES, 'Company') : all;
    return tags ? found.filter(parseQuery(tags, tag, 'Company')) : found;
  };

  return (selection: CompanySelection): readonly SandboxCompany[] => {
    const key = JSON.stringify([register.revision(), selection]);
    if (remembered.key !== key) remembered = { key, companies: select(selection) };
    return remembered.companies;
  };
};
