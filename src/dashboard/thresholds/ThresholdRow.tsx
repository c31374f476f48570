import { Box, Button, Typography } from '@mui/material';
import { useCanAccess } from 'react-admin';
import type { StuckRuleRecord } from '../../api/stuck-rules/resource.ts';
import { stuckRuleLabel } from '../shared/activity/labels.ts';
import { useOpenDialog } from '../shared/dialogs/OpenDialogs.tsx';
import { Ago } from '../shared/format/Ago.tsx';
import { PersonName } from '../shared/people/PersonName.tsx';
import { scaleOf, sentenceOf } from './labels.ts';
import { RowTimes } from './RowTimes.tsx';
import { ThresholdDialog } from './ThresholdDialog.tsx';

/** One rule, what was observed beside it, and a button to change it. */
export const ThresholdRow = ({ rule }: { rule: StuckRuleRecord }) => {
  const { canAccess } = useCanAccess({ resource: 'stuck-rules', action: 'edit' });
  const openDialog = useOpenDialog();
  const label = stuckRuleLabel(rule.id);
  return (
    <Box component="li" sx={rowSx}>
      <Box>
        <Typography sx={{ fontWeight: 600 }}>{label}</Typography>
        <Typography>{sentenceOf(rule)}</Typography>
        <Typography variant="body2" color="textSecondary">
          {scaleOf(rule.id)} <ChangedBy rule={rule} />
        </Typography>
      </Box>
      {canAccess && <RowTimes rule={rule} />}
      {canAccess && (
        <Button
          variant="outlined"
          aria-label={`Change “${label}”`}
          onClick={() => openDialog((close) => <ThresholdDialog rule={rule} onClose={close} />)}
        >
          Change
        </Button>
      )}
    </Box>
  );
};

const ChangedBy = ({ rule: { changedAt, changedById } }: { rule: StuckRuleRecord }) =>
  changedAt && (
    <>
      Changed <Ago at={changedAt} suffix=" ago" />
      {changedById && ' by '}
      {changedById && <PersonName id={changedById} />}
    </>
  );

const rowSx = {
  display: 'grid',
  gridTemplateColumns: { md: 'minmax(0, 1fr) 300px auto' },
  columnGap: 2,
  rowGap: 1,
  alignItems: 'center',
  justifyItems: 'start',
  px: 2,
  py: 1.5,
  borderBottom: 1,
  borderColor: 'line.faint',
  '&:last-child': { borderBottom: 0 },
} as const;
