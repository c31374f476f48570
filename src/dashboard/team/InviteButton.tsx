import { Button } from '@mui/material';
import { useState } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import type { SentInvitation } from '../../api/invitations/invite.ts';
import { InviteDialog } from './InviteDialog.tsx';
import { PassOnLinkDialog } from './PassOnLinkDialog.tsx';

export const InviteButton = () => {
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<{ name: string; link: string }>();
  const notify = useNotify();
  const refresh = useRefresh();
  const onInvited = ({ name, email, link }: SentInvitation) => {
    setOpen(false);
    refresh();
    if (link) setMade({ name, link });
    else notify(`Invitation on its way to ${email}`);
  };
  return (
    <>
      <Button variant="contained" onClick={() => setOpen(true)}>
        Invite
      </Button>
      {open && <InviteDialog onClose={() => setOpen(false)} onInvited={onInvited} />}
      {made && (
        <PassOnLinkDialog to={made.name} link={made.link} onClose={() => setMade(undefined)} />
      )}
    </>
  );
};
