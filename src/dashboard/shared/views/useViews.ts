import { type DataProvider, useGetIdentity, useGetList } from 'react-admin';
import { useLocation } from 'react-router-dom';
import type { ViewRecord } from '../../../api/views/record.ts';
import type { ViewPage } from '../../../common/views.ts';
import { ASKED_ONCE } from '../server/askedOnce.ts';
import { queryClient } from '../server/queryClient.ts';

/** More than fit beside each other. */
const MOST_SHOWN = 100;

/** By name. */
const viewsOf = (page: ViewPage) => ({
  filter: { page },
  pagination: { page: 1, perPage: MOST_SHOWN },
  sort: { field: 'name', order: 'ASC' } as const,
});

/** Asks for a page’s views before it shows, as it waits for them. */
export const askForViews = (dataProvider: DataProvider, page: ViewPage): void => {
  const params = viewsOf(page);
  queryClient.prefetchQuery({
    // As `useGetList` has it.
    queryKey: ['views', 'getList', params],
    queryFn: ({ signal }) => dataProvider.getList<ViewRecord>('views', { ...params, signal }),
    staleTime: ASKED_ONCE.staleTime,
  });
};

/** A page’s saved views, one’s own and those of the team, by name; undefined until known. */
export const useViews = (page: ViewPage): ViewRecord[] | undefined => {
  const { data, error } = useGetList<ViewRecord>(
    'views',
    viewsOf(page),
    // A page waits for them. What appears once they have failed must not make it wait again.
    { ...ASKED_ONCE, retryOnMount: false },
  );
  return data ?? (error ? [] : undefined);
};

/** The saved view that the address names. */
export const useOpenView = (page: ViewPage): ViewRecord | undefined => {
  const id = new URLSearchParams(useLocation().search).get('view');
  return useViews(page)?.find((view) => view.id === id);
};

/** What a page opens with: one’s own choice, or else the team’s. Undefined until known, null without any. */
export const useDefaultView = (page: ViewPage): ViewRecord | null | undefined => {
  const { identity, isPending } = useGetIdentity();
  const defaults = useViews(page)?.filter(({ isDefault }) => isDefault);
  if (!defaults || isPending) return undefined;
  const own = defaults.find(({ shared, ownerId }) => !shared && ownerId === identity?.id);
  return own ?? defaults.find(({ shared }) => shared) ?? null;
};
