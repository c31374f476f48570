import { FormControl, FormControlLabel, FormLabel, Radio, RadioGroup } from '@mui/material';
import { useId } from 'react';
import { CLOSE_REASONS } from '../../../common/event-types.ts';
import { CLOSE_REASON_LABELS, type CloseReason } from '../journey/labels.ts';

type Props = { reason: CloseReason; onChange: (reason: CloseReason) => void };

/** Why a case is closed. */
export const CloseReasons = ({ reason, onChange }: Props) => {
  const label = useId();
  return (
    <FormControl sx={{ mt: 2 }}>
      <FormLabel id={label}>Reason</FormLabel>
      <RadioGroup aria-labelledby={label} value={reason}>
        {CLOSE_REASONS.map((one) => (
          <FormControlLabel
            key={one}
            value={one}
            label={CLOSE_REASON_LABELS[one]}
            control={<Radio size="small" onChange={() => onChange(one)} />}
          />
        ))}
      </RadioGroup>
    </FormControl>
  );
};
