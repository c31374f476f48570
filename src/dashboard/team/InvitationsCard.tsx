import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useDelete, useGetList, useNotify, useRefresh } from 'react-admin';
import type { InvitationRecord } from '../../api/invitations/resource.ts';
import { ROLE_LABELS } from '../../common/permissions.ts';
import { api } from '../shared/api.ts';
import { Failure } from '../shared/Failure.tsx';
import { nearTime } from '../shared/format/duration.ts';
import { useNow } from '../shared/format/useNow.ts';
import { Pill } from '../shared/Pill.tsx';
import { SectionCard } from '../shared/SectionCard.tsx';
import { TwoLines } from '../shared/TwoLines.tsx';
import { PassOnLinkDialog } from './PassOnLinkDialog.tsx';

/** Invitations that nobody has accepted yet. Hidden if there are none. */
export const InvitationsCard = () => {
  const { data, error, refetch } = useGetList<InvitationRecord>('invitations', {
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'createdAt', order: 'DESC' },
  });
  if (error && !data) return <Failure error={error} onRetry={() => refetch()} />;
  if (!data || data.length === 0) return null;
  return (
    <SectionCard title="Invited">
      <Box component="ul" aria-label="Invitations" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {data.map((invitation) => (
          <InvitationRow key={invitation.id} invitation={invitation} />
        ))}
      </Box>
    </SectionCard>
  );
};

const InvitationRow = ({ invitation }: { invitation: InvitationRecord }) => (
  <Box
    component="li"
    sx={{
      display: 'grid',
      gridTemplateColumns: { md: 'minmax(0, 1fr) 150px minmax(0, 1fr) auto' },
      columnGap: 2,
      rowGap: 0.5,
      alignItems: 'center',
      py: 1,
    }}
  >
    <TwoLines first={<bdi>{invitation.name}</bdi>} second={invitation.email} />
    <Typography color="textSecondary">{ROLE_LABELS[invitation.role]}</Typography>
    <Standing invitation={invitation} />
    <Actions invitation={invitation} />
  </Box>
);

/** How far an invitation got. A problem is the mail server’s own text. */
const Standing = ({ invitation: { expiresAt, problem } }: { invitation: InvitationRecord }) => {
  const now = useNow();
  if (Date.parse(expiresAt) <= now)
    return (
      <span>
        <Pill tone="warn">Expired</Pill>
      </span>
    );
  return (
    <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
      {problem && <Pill tone="bad">Not delivered</Pill>}
      <Typography component="div" variant="body2" color="textSecondary">
        {problem ?? `Valid until ${nearTime(expiresAt, now)}`}
      </Typography>
    </Box>
  );
};

const Actions = ({ invitation }: { invitation: InvitationRecord }) => {
  const { id, name, email } = invitation;
  const [link, setLink] = useState<string>();
  const [busy, setBusy] = useState(false);
  const notify = useNotify();
  const refresh = useRefresh();
  const [revoke, { isPending }] = useDelete<InvitationRecord, Error>();
  const resend = async () => {
    setBusy(true);
    try {
      const sent = await (await api.invitations[':id'].resend.$post({ param: { id } })).json();
      if (sent.link) setLink(sent.link);
      else notify(`Invitation on its way to ${email}`);
      refresh();
    } catch (error) {
      notify(error instanceof Error ? error.message : String(error), { type: 'error' });
    }
    setBusy(false);
  };
  return (
    <Box sx={{ display: 'flex', gap: 1 }}>
      <Button loading={busy} aria-label={`Resend invitation to ${name}`} onClick={resend}>
        Resend
      </Button>
      <Button
        color="error"
        loading={isPending}
        aria-label={`Revoke invitation to ${name}`}
        onClick={() =>
          revoke(
            'invitations',
            { id, previousData: invitation },
            {
              mutationMode: 'pessimistic',
              onSuccess: () => notify('Invitation revoked'),
              onError: (error) => notify(error.message, { type: 'error' }),
            },
          )
        }
      >
        Revoke
      </Button>
      {link && <PassOnLinkDialog to={name} link={link} onClose={() => setLink(undefined)} />}
    </Box>
  );
};
