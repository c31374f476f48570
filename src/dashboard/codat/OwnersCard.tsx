import { Box, MenuItem, TextField, Typography } from '@mui/material';
import { useGetList, useNotify, useUpdate } from 'react-admin';
import type { CodatOwnerRecord } from '../../api/settings/codat-owners.ts';
import type { UserRecord } from '../../api/users/resource.ts';
import { personLabel } from '../../common/person-label.ts';
import { Failure } from '../shared/Failure.tsx';
import { counted } from '../shared/format/counted.ts';
import { SectionCard } from '../shared/SectionCard.tsx';

const mostFirst = {
  pagination: { page: 1, perPage: 100 },
  sort: { field: 'companies', order: 'DESC' },
} as const;
const byName = {
  pagination: { page: 1, perPage: 1000 },
  sort: { field: 'name', order: 'ASC' },
} as const;

/** Which colleague each owner of companies in Codat stands for. Hidden while no company has one. */
export const OwnersCard = () => {
  const owners = useGetList<CodatOwnerRecord, Error>('codat-owners', mostFirst);
  const people = useGetList<UserRecord, Error>('users', byName);
  const error = owners.error ?? people.error;
  const failed = error && !(owners.data && people.data);
  if (!failed && !(owners.data && owners.data.length > 0)) return null;
  return (
    <SectionCard title="Account managers from Codat">
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1.5 }}>
        Choose a colleague for each owner of companies in Codat. The owner’s companies get this
        account manager, and another one when the owner changes in Codat. An account manager set
        here, by hand, in bulk or by CSV, stays until someone removes it.
      </Typography>
      {failed && (
        <Failure error={error} onRetry={() => Promise.all([owners.refetch(), people.refetch()])} />
      )}
      <Box sx={{ display: 'grid', gap: 2 }}>
        {people.data &&
          owners.data?.map((owner) => (
            <OwnerSelect key={owner.id} owner={owner} people={people.data} />
          ))}
      </Box>
    </SectionCard>
  );
};

const NOBODY = '';

/** Such as “Acme, Bolt and 10 more”: Codat gives owners no names. */
const describeOwner = ({ companies, examples, id }: CodatOwnerRecord): string => {
  if (companies === 0) return `Owner ${id}, no companies`;
  const more = companies - examples.length;
  return `Owner of ${examples.join(', ')}${more > 0 ? ` and ${counted(more, 'other', 'others')}` : ''}`;
};

const OwnerSelect = ({ owner, people }: { owner: CodatOwnerRecord; people: UserRecord[] }) => {
  const [update, { isPending }] = useUpdate<CodatOwnerRecord, Error>();
  const notify = useNotify();
  const choose = (personId: string) =>
    update(
      'codat-owners',
      { id: owner.id, data: { personId: personId || null }, previousData: owner },
      {
        onSuccess: () => notify('Account managers updated'),
        onError: (error) => notify(error.message, { type: 'error' }),
      },
    );
  return (
    <TextField
      select
      label={describeOwner(owner)}
      value={owner.personId ?? NOBODY}
      disabled={isPending}
      onChange={({ target }) => choose(target.value)}
      helperText={counted(owner.companies, 'company', 'companies')}
      margin="none"
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
    >
      <MenuItem value={NOBODY}>Nobody yet</MenuItem>
      {people
        // Someone who has left can’t be chosen, and shows only where they still are.
        .filter(({ id, active }) => active || id === owner.personId)
        .map((person) => (
          <MenuItem key={person.id} value={person.id}>
            {personLabel(person)}
          </MenuItem>
        ))}
    </TextField>
  );
};
