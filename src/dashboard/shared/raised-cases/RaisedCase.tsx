import { Box, Typography } from '@mui/material';
import type { RaisedCaseRecord } from '../../../api/raised-cases/record.ts';
import { Ago } from '../format/Ago.tsx';
import { PersonName } from '../people/PersonName.tsx';
import { CaseActions, CaseReference } from './CaseActions.tsx';
import { CaseState } from './CaseState.tsx';

/** A raised case with its reference and since when, and what to do about it. */
export const RaisedCase = ({ raised }: { raised: RaisedCaseRecord }) => (
  <Box sx={{ display: 'grid', gap: 0.5, minWidth: 0 }}>
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, alignItems: 'center' }}>
      <CaseReference raised={raised} />
      <CaseState raised={raised} />
    </Box>
    <Typography component="div" variant="body2" color="textSecondary">
      Raised <Ago at={raised.raisedAt} suffix=" ago" /> by <PersonName id={raised.raisedById} />
    </Typography>
    <CaseActions raised={raised} />
  </Box>
);
