import { Box, Card, Typography } from '@mui/material';
import { CanAccess, ListBase, Loading, useListContext } from 'react-admin';
import { Navigate } from 'react-router-dom';
import type { UserRecord } from '../../api/users/resource.ts';
import { ListFailure } from '../shared/list/ListFailure.tsx';
import { SettingsHeader } from '../shared/pages/SettingsHeader.tsx';
import { InvitationsCard } from './InvitationsCard.tsx';
import { InviteButton } from './InviteButton.tsx';
import { PersonRow } from './PersonRow.tsx';
import { useWorkloads } from './useWorkloads.ts';

/** Everybody on the team and what is theirs, and who is invited. For administrators; others see the email templates. */
export const TeamList = () => (
  <CanAccess
    resource="users"
    action="edit"
    accessDenied={<Navigate to="/email-templates" replace />}
  >
    <SettingsHeader note="People, their roles, and their cases and customers">
      <InviteButton />
    </SettingsHeader>
    <Box sx={{ display: 'grid', gap: 2 }}>
      <InvitationsCard />
      <ListBase<UserRecord>
        resource="users"
        sort={{ field: 'name', order: 'ASC' }}
        perPage={500}
        disableSyncWithLocation
      >
        <People />
      </ListBase>
    </Box>
  </CanAccess>
);

const People = () => {
  const { data, error } = useListContext<UserRecord>();
  const workloadOf = useWorkloads();
  if (error && !data) return <ListFailure />;
  if (!data) return <Loading />;
  const former = data.filter(({ active }) => !active);
  return (
    <>
      <Card component="ul" aria-label="Team" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {data
          .filter(({ active }) => active)
          .map((person) => (
            <PersonRow key={person.id} person={person} workload={workloadOf(person.id)} />
          ))}
      </Card>
      {former.length > 0 && (
        <section>
          <Typography component="h2" variant="h2" sx={{ mb: 1 }}>
            Left
          </Typography>
          <Card component="ul" aria-label="Left" sx={{ m: 0, p: 0, listStyle: 'none' }}>
            {former.map((person) => (
              <PersonRow key={person.id} person={person} workload={workloadOf(person.id)} />
            ))}
          </Card>
        </section>
      )}
    </>
  );
};
