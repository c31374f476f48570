import MoreVert from '@mui/icons-material/MoreVert';
import { IconButton, Menu, MenuItem } from '@mui/material';
import { useId, useState } from 'react';
import { useNotify, useUpdate } from 'react-admin';
import type { UserRecord } from '../../api/users/resource.ts';
import type { Workload } from '../../api/users/routes.ts';
import { api } from '../shared/api.ts';
import { useOpenDialog } from '../shared/dialogs/OpenDialogs.tsx';
import { DeactivateDialog } from './DeactivateDialog.tsx';
import { PassOnLinkDialog } from './PassOnLinkDialog.tsx';

type Props = { person: UserRecord; workload: Omit<Workload, 'id'> | undefined };

type Action = [label: string, run: () => void];

/** What an administrator can do about someone else. */
export const PersonActions = ({ person, workload }: Props) => {
  const openDialog = useOpenDialog();
  const notify = useNotify();
  const [update] = useUpdate<UserRecord, Error>();
  const fail = (error: Error) => notify(error.message, { type: 'error' });

  const sendLink = async () => {
    const param = { id: encodeURIComponent(person.id) };
    const { link } = await (await api.users[':id']['password-link'].$post({ param })).json();
    if (link)
      openDialog((close) => <PassOnLinkDialog to={person.name} link={link} onClose={close} />);
    else notify(`Password link on its way to ${person.email}`);
  };
  const reactivate = () =>
    update(
      'users',
      { id: person.id, data: { active: true }, previousData: person },
      { onSuccess: () => notify(`${person.name} can sign in again`), onError: fail },
    );
  const deactivate = () =>
    openDialog((close) => <DeactivateDialog person={person} workload={workload} onClose={close} />);
  const hasWork = workload && workload.cases + workload.portfolio > 0;

  const actions: Action[] = person.active
    ? [
        ['Send password link', () => void sendLink().catch(fail)],
        ['Deactivate', deactivate],
      ]
    : [
        ['Reactivate', reactivate],
        ...(hasWork ? [['Hand over', deactivate] satisfies Action] : []),
      ];

  return <ActionsMenu label={`Actions for ${person.name}`} actions={actions} />;
};

const ActionsMenu = ({ label, actions }: { label: string; actions: readonly Action[] }) => {
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <IconButton
        size="small"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-controls={anchor ? id : undefined}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        <MoreVert fontSize="small" />
      </IconButton>
      <Menu id={id} anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {actions.map(([name, run]) => (
          <MenuItem
            key={name}
            onClick={() => {
              setAnchor(null);
              run();
            }}
          >
            {name}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
};
