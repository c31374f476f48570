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
  const { ownerId, endedAt, closed, open } = incident;
  const isMine = ownerId !== null && ownerId === identity?.id;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, justifyContent: 'flex-end' }}>
      {open && identity && !isMine && (
        <Button onClick={() => change({ ownerId: String(identity.id) }, 'You look into it')}>
          Take over
        </Button>
      )}
      {open && isMine && (
        <Button onClick={() => change({ ownerId: null }, 'Nobody looks into it')}>Give back</Button>
      )}
      <Button
        onClick={() => openDialog((close) => <NoteDialog incident={incident} onClose={close} />)}
      >
        Note…
      </Button>
      {open && <Button onClick={() => change({ closed: true }, 'Closed')}>Close</Button>}
      {closed && endedAt === null && (
        <Button onClick={() => change({ closed: false }, 'Open again')}>Reopen</Button>
      )}
    </Box>
  );
};
