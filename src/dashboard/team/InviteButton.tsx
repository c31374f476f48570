import { Button } from '@mui/material';
import { useNotify, useRefresh } from 'react-admin';
import type { SentInvitation } from '../../api/invitations/invite.ts';
import { useOpenDialog } from '../shared/dialogs/OpenDialogs.tsx';
import { InviteDialog } from './InviteDialog.tsx';
import { PassOnLinkDialog } from './PassOnLinkDialog.tsx';

export const InviteButton = () => {
  const openDialog = useOpenDialog();
  const notify = useNotify();
  const refresh = useRefresh();
  const onInvited = ({ name, email, link }: SentInvitation) => {
    refresh();
    if (link) openDialog((close) => <PassOnLinkDialog to={name} link={link} onClose={close} />);
    else notify(`Invitation on its way to ${email}`);
  };
  const invite = () =>
    openDialog((close) => (
      <InviteDialog
        onClose={close}
        onInvited={(invitation) => {
          close();
          onInvited(invitation);
        }}
      />
    ));
  return (
    <Button variant="contained" onClick={invite}>
      Invite
    </Button>
  );
};
