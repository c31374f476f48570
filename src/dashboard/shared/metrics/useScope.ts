import { useSearchParams } from 'react-router-dom';

/** The periods to choose from, by number of days up to now. */
export const PERIODS = {
  '7': '7 days',
  '28': '28 days',
  '90': '90 days',
  '365': '12 months',
};
export type Days = keyof typeof PERIODS;

/** The period up to now, and the customers, that a page’s numbers cover. */
export type Scope = { days: Days; software: string | null; accountManagerId: string | null };

const DEFAULT_DAYS: Days = '28';

const isPeriod = (days: string | null): days is Days => days !== null && days in PERIODS;

/** The scope of the page’s numbers, kept in the URL so that it can be shared. */
export const useScope = () => {
  const [search, setSearch] = useSearchParams();
  const days = search.get('days');
  const scope: Scope = {
    days: isPeriod(days) ? days : DEFAULT_DAYS,
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
