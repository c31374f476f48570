import { Button, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useId } from 'react';
import { CreateBase, Form, required, SaveButton, SelectInput, TextInput } from 'react-admin';
import type { SentInvitation } from '../../api/invitations/invite.ts';
import { ROLE_LABELS, ROLES } from '../../common/permissions.ts';
import { DialogWithText } from '../shared/dialogs/DialogWithText.tsx';

const roles = ROLES.map((id) => ({ id, name: ROLE_LABELS[id] }));

type Props = { onClose: () => void; onInvited: (invitation: SentInvitation) => void };

/** Invites someone by email, or makes a link to pass on where email isn’t set up. */
export const InviteDialog = ({ onClose, onInvited }: Props) => {
  const title = useId();
  return (
    <DialogWithText onClose={onClose} aria-labelledby={title} fullWidth maxWidth="xs">
      <CreateBase<SentInvitation>
        resource="invitations"
        redirect={false}
        mutationOptions={{ onSuccess: onInvited }}
      >
        <Form disableInvalidFormNotification defaultValues={{ role: 'agent' }}>
          <DialogTitle id={title}>Invite to the team</DialogTitle>
          <DialogContent>
            <TextInput
              source="name"
              label="Name"
              validate={required('Enter their name.')}
              helperText={false}
              autoFocus
            />
            <TextInput
              source="email"
              label="Email"
              type="email"
              validate={required('Enter their email address.')}
              helperText="They get a link that works once, within 7 days."
            />
            <SelectInput
              source="role"
              label="Role"
              choices={roles}
              validate={required()}
              helperText={false}
            />
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <SaveButton label="Invite" alwaysEnable />
          </DialogActions>
        </Form>
      </CreateBase>
    </DialogWithText>
  );
};
