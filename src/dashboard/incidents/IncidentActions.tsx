import { Box, Button } from '@mui/material';
import { useGetIdentity } from 'react-admin';
import type { IncidentRecord } from '../../api/incidents/resource.ts';
import { useOpenDialog } from '../shared/dialogs/OpenDialogs.tsx';
import { NoteDialog } from './NoteDialog.tsx';
import { useChangeIncident } from './useChangeIncident.ts';

type Props = { incident: IncidentRecord };

/** Takes an incident over, says what is known about it, and closes it or opens it again while it lasts. */
export const IncidentActions = ({ incident }: Props) => {
  const { identity } = useGetIdentity();
  const openDialog = useOpenDialog();
  const change = useChangeIncident(incident);
  const { ownerId, note, endedAt, closed, open } = incident;
  const isMine = ownerId !== null && ownerId === identity?.id;
  return (
    <Box sx={actionsSx}>
      {open && identity && !isMine && (
        <Button onClick={() => change({ ownerId: String(identity.id) }, 'Assigned to you')}>
          Assign to me
        </Button>
      )}
      {open && isMine && (
        <Button onClick={() => change({ ownerId: null }, 'Unassigned')}>Unassign</Button>
      )}
      <Button
        onClick={() => openDialog((close) => <NoteDialog incident={incident} onClose={close} />)}
      >
        {note ? 'Edit note' : 'Add note'}
      </Button>
      {open && <Button onClick={() => change({ closed: true }, 'Incident closed')}>Close</Button>}
      {closed && endedAt === null && (
        <Button onClick={() => change({ closed: false }, 'Incident reopened')}>Reopen</Button>
      )}
    </Box>
  );
};

/** On one line in the table, whose other text wraps. */
const actionsSx = {
  display: 'flex',
  flexWrap: { xs: 'wrap', md: 'nowrap' },
  whiteSpace: 'nowrap',
  gap: 0.5,
  justifyContent: 'flex-end',
} as const;
