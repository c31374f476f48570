import { Box, Typography } from '@mui/material';
import type { IncidentRecord } from '../../api/incidents/resource.ts';
import { Ago } from '../shared/format/Ago.tsx';
import { IncidentSentence } from '../shared/incidents/IncidentSentence.tsx';
import { cardSx } from '../shared/list/cardSx.ts';
import { PersonAvatar } from '../shared/people/PersonAvatar.tsx';
import { IncidentActions } from './IncidentActions.tsx';
import { IncidentSoftware } from './IncidentSoftware.tsx';
import { IncidentState } from './IncidentState.tsx';

/** A row of the table, for small screens. */
export const IncidentCard = ({ incident }: { incident: IncidentRecord }) => {
  const { software, startedAt, ownerId, note } = incident;
  return (
    <Box sx={cardSx}>
      <IncidentSoftware id={software} />
      <Box sx={{ justifySelf: 'start' }}>
        <IncidentState incident={incident} />
      </Box>
      <IncidentSentence incident={incident} />
      <Typography variant="body2" color="textSecondary">
        Started <Ago at={startedAt} suffix=" ago" />
      </Typography>
      {note && <Typography variant="body2">{note}</Typography>}
      {ownerId && <PersonAvatar id={ownerId} does="looks into it" />}
      <IncidentActions incident={incident} />
    </Box>
  );
};
