import { useSearchParams } from 'react-router-dom';
import type { UnitPeriod } from '../../../journey/metrics/named-period.ts';
import { usePeriod } from '../period/usePeriod.ts';

/** The customers that a page’s numbers cover. */
export type ScopeOf = { software: string | null; accountManagerId: string | null };

/** The period and the customers that a page’s numbers cover. The period is null until it is known. */
export type Scope = ScopeOf & { period: UnitPeriod | null };

const scopeOf = (search: URLSearchParams): ScopeOf => ({
  software: search.get('software'),
  accountManagerId: search.get('accountManagerId'),
});

/** The customers that the page’s numbers cover, kept in the URL. */
export const useScopeOf = (): ScopeOf => scopeOf(useSearchParams()[0]);

/** The scope of the page’s numbers, kept in the URL so that it can be shared. */
export const useScope = () => {
  const [search, setSearch] = useSearchParams();
  const { period } = usePeriod();
  const scope: Scope = { period, ...scopeOf(search) };
  const narrow = (name: keyof ScopeOf, value: string) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        if (value) after.set(name, value);
        else after.delete(name);
        return after;
      },
      { replace: true },
    );
  return { scope, narrow };
};
