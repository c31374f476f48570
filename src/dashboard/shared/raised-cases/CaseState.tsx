import { Box, Typography } from '@mui/material';
import type { RaisedCaseRecord } from '../../../api/raised-cases/record.ts';
import { Ago } from '../format/Ago.tsx';
import { Pill } from '../Pill.tsx';

/** Whether a case with Codat is open, whether its customer has moved on since, and how it was resolved. */
export const CaseState = ({ raised: { state, movedOnAt, resolvedAt, note } }: Props) => (
  <Box sx={{ display: 'grid', gap: 0.25, justifyItems: 'start', minWidth: 0 }}>
    {state === 'resolved' ? (
      <Pill tone="neutral">Resolved</Pill>
    ) : (
      <Pill tone={movedOnAt ? 'good' : 'warn'}>{movedOnAt ? 'Moved on since' : 'Open'}</Pill>
    )}
    <Typography
      component="div"
      variant="body2"
      color="textSecondary"
      sx={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}
    >
      {movedOnAt && (
        <>
          The customer did something <Ago at={movedOnAt} suffix=" ago" />
        </>
      )}
      {resolvedAt && <Ago at={resolvedAt} suffix=" ago" />}
      {state === 'resolved' && note && <Box>{note}</Box>}
    </Typography>
  </Box>
);

type Props = { raised: RaisedCaseRecord };
