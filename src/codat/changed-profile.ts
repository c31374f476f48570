import type { CustomerState } from '../journey/journey.ts';
import { companyProfile } from './descriptions.ts';
import type { ListedCompany } from './payloads.ts';

type Profile = CustomerState['profile'];

/** Compares tags regardless of the order of their keys, which Codat doesn’t guarantee. */
const sameTags = (a: Profile['tags'] = {}, b: Profile['tags'] = {}): boolean =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.entries(a).every(([key, value]) => b[key] === value);

const sameList = (a: readonly string[], b: readonly string[] = []): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);

/** The fields of a company’s profile that differ from the customer’s known profile. */
export const changedProfile = (company: ListedCompany, known: Profile): Profile => {
  const { tags, ownerIds, ...lines } = companyProfile(company);
  const parentId = company.referenceParentCompany?.id ?? null;
  const before = new Map<string, unknown>(Object.entries(known));
  const changed = Object.entries(lines).filter(([field, value]) => before.get(field) !== value);
  return {
    ...Object.fromEntries(changed),
    ...(parentId !== (known.parentId ?? null) && { parentId }),
    ...(ownerIds && !sameList(ownerIds, known.ownerIds) && { ownerIds }),
    ...(tags && !sameTags(tags, known.tags) && { tags }),
  };
};
