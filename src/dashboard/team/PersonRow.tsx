import { Box, Typography } from '@mui/material';
import { visuallyHidden } from '@mui/utils';
import { useGetIdentity, useNotify, useUpdate } from 'react-admin';
import type { UserRecord } from '../../api/users/resource.ts';
import type { Workload } from '../../api/users/routes.ts';
import { ROLE_LABELS, ROLES, type Role } from '../../common/permissions.ts';
import { Ago } from '../shared/format/Ago.tsx';
import { counted } from '../shared/format/counted.ts';
import { CustomersLink } from '../shared/metrics/CustomersLink.tsx';
import { PersonAvatar } from '../shared/people/PersonAvatar.tsx';
import { SelectField } from '../shared/sending/SelectField.tsx';
import { TwoLines } from '../shared/TwoLines.tsx';
import { PersonActions } from './PersonActions.tsx';
import { lastLineSx, rowSx } from './rowSx.ts';

type Props = { person: UserRecord; workload: Omit<Workload, 'id'> | undefined };

/** Someone on the team, or who has left: their role, when they were last seen, what is theirs and what can be done. */
export const PersonRow = ({ person, workload }: Props) => {
  const { identity } = useGetIdentity();
  const isSelf = identity?.id === person.id;
  return (
    <Box component="li" sx={rowSx}>
      <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center', minWidth: 0 }}>
        <Box aria-hidden>
          <PersonAvatar id={person.id} />
        </Box>
        <TwoLines
          first={<bdi>{isSelf ? `${person.name} (you)` : person.name}</bdi>}
          second={person.email}
        />
      </Box>
      {person.active ? (
        <RoleSelect person={person} isSelf={isSelf} />
      ) : (
        <Typography color="textSecondary">{ROLE_LABELS[person.role]}</Typography>
      )}
      <LastSeen at={person.lastSeenAt} />
      <WorkloadLinks id={person.id} workload={workload} />
      <Box sx={{ ...lastLineSx, justifySelf: 'end' }}>
        {!isSelf && <PersonActions person={person} workload={workload} />}
      </Box>
    </Box>
  );
};

const LastSeen = ({ at }: { at: string | null }) => (
  <Typography component="div" variant="body2" color="textSecondary">
    {at ? (
      <>
        Seen <Ago at={at} suffix=" ago" />
      </>
    ) : (
      'Never seen'
    )}
  </Typography>
);

const choices = ROLES.map((value) => ({ value, label: ROLE_LABELS[value] }));

const RoleSelect = ({ person, isSelf }: { person: UserRecord; isSelf: boolean }) => {
  const [update] = useUpdate<UserRecord, Error>();
  const notify = useNotify();
  if (isSelf)
    return <TwoLines first={ROLE_LABELS[person.role]} second="Only another admin can change it" />;
  const change = (role: Role) =>
    update(
      'users',
      { id: person.id, data: { role }, previousData: person },
      {
        onSuccess: () => notify(`${person.name}: ${ROLE_LABELS[role]}. They have to sign in again`),
        onError: (error) => notify(error.message, { type: 'error' }),
      },
    );
  return (
    <SelectField
      label={
        <>
          Role<span style={visuallyHidden}> of {person.name}</span>
        </>
      }
      value={person.role}
      choices={choices}
      onChange={change}
      sx={{ maxWidth: 280 }}
    />
  );
};

/** Each number links to exactly the customers it counts. */
const WorkloadLinks = ({ id, workload }: { id: string; workload: Props['workload'] }) => {
  if (!workload) return <span />;
  const { portfolio, openCases } = workload;
  return (
    <Box
      sx={{
        ...lastLineSx,
        display: 'flex', // Far enough apart to hit.
        '& a': { lineHeight: '24px' },
        flexDirection: { xs: 'row', md: 'column' },
        gap: { xs: 2, md: 0 },
      }}
    >
      <CustomersLink filter={{ accountManagerId: id }}>
        {counted(portfolio, 'customer', 'customers')}
      </CustomersLink>
      <CustomersLink filter={{ assigneeId: id, closed: false, connected: false }}>
        {counted(openCases, 'open case', 'open cases')}
      </CustomersLink>
    </Box>
  );
};
