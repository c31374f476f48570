import { useSearchParams } from 'react-router-dom';

/** How far back the numbers reach, in days. */
export const PERIODS = {
  '7': 'Last 7 days',
  '28': 'Last 28 days',
  '90': 'Last 90 days',
  '365': 'Last 12 months',
};
export type Days = keyof typeof PERIODS;

/** What numbers are of: a period up to now, and of which customers. */
export type Scope = { days: Days; software: string | null; accountManagerId: string | null };

const USUAL: Days = '28';

const isPeriod = (days: string | null): days is Days => days !== null && days in PERIODS;

/** What the page’s numbers are of. It is kept in the address, so that it can be passed on. */
export const useScope = () => {
  const [search, setSearch] = useSearchParams();
  const days = search.get('days');
  const scope: Scope = {
    days: isPeriod(days) ? days : USUAL,
    software: search.get('software'),
    accountManagerId: search.get('accountManagerId'),
  };
  const narrow = (name: keyof Scope, value: string) =>
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
