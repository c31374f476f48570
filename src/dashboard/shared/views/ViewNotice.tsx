import { Alert } from '@mui/material';
import { useGetMany, useListContext } from 'react-admin';
import type { UserRecord } from '../../../api/users/resource.ts';
import type { ViewPage } from '../../../common/views.ts';
import { useCounts } from './useCounts.ts';
import { useOpenView } from './useViews.ts';

const OF_PEOPLE = ['assigneeId', 'accountManagerId', 'snoozedById'];

/** What of an open view no longer exists: a field of its filter, or a person. */
export const ViewNotice = ({ page }: { page: ViewPage }) => {
  const view = useOpenView(page);
  return (
    <>
      {view && <MissingField filter={view.filter} name={view.name} />}
      <MissingPeople />
    </>
  );
};

const MissingField = ({ filter, name }: { filter: object; name: string }) => {
  const [count] = useCounts([filter]) ?? [];
  if (count !== null) return null;
  return (
    <Alert role="status" severity="warning" sx={{ mb: 1 }}>
      The view “<bdi>{name}</bdi>” filters by something that no longer exists, so it shows
      everything. Set its filters again and save it, or delete it.
    </Alert>
  );
};

const MissingPeople = () => {
  const { filterValues } = useListContext();
  const ids = OF_PEOPLE.flatMap((name) => filterValues[name] ?? []).map(String);
  const { data, isPending } = useGetMany<UserRecord>('users', { ids }, { enabled: ids.length > 0 });
  if (ids.length === 0 || isPending || !data) return null;
  const present = new Map(data.map((person) => [person?.id, person]));
  const gone = ids.filter((id) => !present.get(id)?.active);
  if (gone.length === 0) return null;
  const names = gone.map((id) => present.get(id)?.name ?? 'a former team member');
  return (
    <Alert role="status" severity="warning" sx={{ mb: 1 }}>
      These are customers of <bdi>{names.join(', ')}</bdi>, who left the team. Choose someone else,
      or remove the filter.
    </Alert>
  );
};
