import { Box, Button, ListItemText, Menu, MenuItem, Typography } from '@mui/material';
import { useState } from 'react';
import type { AttemptRecord } from '../../../api/attempts/resource.ts';
import {
  FAILURE_REASONS,
  type FailureReason,
  MUST_ACT_LABELS,
  REASONS,
} from '../../../journey/failure-reasons.ts';
import { api } from '../../shared/api.ts';
import { PersonName } from '../../shared/people/PersonName.tsx';
import { useCustomerAction } from '../actions/useCustomerAction.tsx';

/** An attempt that failed was not abandoned. */
const CHOICES = FAILURE_REASONS.filter((reason) => reason !== 'abandoned');

/** Changes an attempt’s failure reason; shows the detected one and who changed it. */
export const ChangeReason = ({ attempt }: { attempt: AttemptRecord }) => {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { mutate, isPending } = useCustomerAction();
  const change = (reason: FailureReason) => {
    setAnchor(null);
    mutate({
      run: () =>
        api.attempts[':id'].correct.$post({
          param: { id: encodeURIComponent(attempt.id) },
          json: { reason },
        }),
      message: `Reason changed to ${REASONS[reason].label}`,
    });
  };
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, alignItems: 'center' }}>
      <EarlierReason attempt={attempt} />
      <Button
        aria-haspopup="menu"
        disabled={isPending}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
        sx={{ ml: -1.5 }}
      >
        Change reason
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {CHOICES.map((reason) => (
          <MenuItem
            key={reason}
            dense
            selected={reason === attempt.failureReason}
            disabled={reason === attempt.failureReason}
            onClick={() => change(reason)}
          >
            <ListItemText
              primary={REASONS[reason].label}
              secondary={MUST_ACT_LABELS[REASONS[reason].mustAct]}
            />
          </MenuItem>
        ))}
      </Menu>
    </Box>
  );
};

const EarlierReason = ({
  attempt: { recognizedReason, correctedById },
}: {
  attempt: AttemptRecord;
}) =>
  recognizedReason &&
  correctedById && (
    <Typography
      component="div"
      variant="body2"
      color="textSecondary"
      sx={{ width: '100%', mt: 0.5 }}
    >
      {`Detected as “${REASONS[recognizedReason].label}”. Changed by `}
      <PersonName id={correctedById} />
    </Typography>
  );
