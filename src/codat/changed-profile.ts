import type { CustomerState } from '../journey/journey.ts';
import { companyProfile } from './descriptions.ts';
import type { ListedCompany } from './payloads.ts';

type Profile = CustomerState['profile'];

/** Equal whatever the order of their keys: Codat promises none for tags. */
const sameTags = (a: Profile['tags'] = {}, b: Profile['tags'] = {}): boolean =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.entries(a).every(([key, value]) => b[key] === value);

/** The part of a company's profile that differs from what is known of the customer. */
export const changedProfile = (company: ListedCompany, known: Profile): Profile => {
  const { tags, ...lines } = companyProfile(company);
  const parentId = company.referenceParentCompany?.id ?? null;
  const changed = Object.entries(lines).filter(
    ([field, value]) => known[field as keyof typeof lines] !== value,
  );
  return {
    ...Object.fromEntries(changed),
    ...(parentId !== (known.parentId ?? null) && { parentId }),
    ...(tags && !sameTags(tags, known.tags) && { tags }),
  };
};
