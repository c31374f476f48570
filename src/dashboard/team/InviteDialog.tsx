import { required, SelectInput, TextInput, useDataProvider } from 'react-admin';
import type { SentInvitation } from '../../api/invitations/invite.ts';
import { ROLE_LABELS, ROLES, type Role } from '../../common/permissions.ts';
import { DialogForm } from '../shared/dialogs/DialogForm.tsx';

const roles = ROLES.map((id) => ({ id, name: ROLE_LABELS[id] }));

type Values = { name: string; email: string; role: Role };

type Props = { onClose: () => void; onInvited: (invitation: SentInvitation) => void };

/** Invites someone by email, or makes a link to pass on where email isn’t set up. */
export const InviteDialog = ({ onClose, onInvited }: Props) => {
  const dataProvider = useDataProvider();
  const invite = async (data: Partial<Values>) =>
    onInvited((await dataProvider.create<SentInvitation>('invitations', { data })).data);
  return (
    <DialogForm
      title="Invite to the team"
      action="Invite"
      values={{ role: 'agent' }}
      onSubmit={invite}
      onClose={onClose}
    >
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
    </DialogForm>
  );
};
