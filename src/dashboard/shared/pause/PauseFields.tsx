import { Box, TextField } from '@mui/material';
import { SelectField } from '../sending/SelectField.tsx';
import {
  endOf,
  hintOf,
  isWaitingFor,
  PAUSE_CHOICES,
  type PauseChoice,
  startWith,
} from './pauseChoice.ts';
import { useNextWorkingDay } from './useNextWorkingDay.ts';

type Props = {
  choice: PauseChoice;
  onChange: (choice: PauseChoice) => void;
  label?: string;
  /** What the choice of no pause is called, where there is one. */
  none?: string;
};

/** Chooses how a case pauses, and the end and a note where they apply. Outside a form. */
export const PauseFields = (props: Props) => {
  const { choice, onChange, label = 'Snooze or wait', none } = props;
  const { kind, until, note } = choice;
  const workday = useNextWorkingDay();
  const end = endOf(kind);
  const isPast = until !== '' && !(Date.parse(until) > Date.now());
  return (
    <Box sx={{ display: 'grid', gap: 2, pt: 1 }}>
      <SelectField
        label={label}
        value={kind}
        choices={none ? [{ value: 'none', label: none }, ...PAUSE_CHOICES] : PAUSE_CHOICES}
        helperText={hintOf(choice)}
        onChange={(value) => onChange({ ...startWith(value, workday), note })}
      />
      {(end === 'required' || end === 'optional') && (
        <TextField
          type="datetime-local"
          margin="none"
          label={kind === 'call' ? 'Call at' : 'Until'}
          value={until}
          required={end === 'required'}
          error={isPast}
          helperText={isPast ? 'Choose a time in the future.' : END_HINTS[end]}
          onChange={({ target }) => onChange({ ...choice, until: target.value })}
          slotProps={{ inputLabel: { shrink: true } }}
        />
      )}
      {isWaitingFor(kind) && (
        <TextField
          margin="none"
          label={kind === 'migration' ? 'New software' : 'Note'}
          value={note}
          onChange={({ target }) => onChange({ ...choice, note: target.value })}
          slotProps={{ htmlInput: { maxLength: 200 } }}
        />
      )}
    </Box>
  );
};

const END_HINTS = { required: undefined, optional: 'Leave blank if you don’t know.' };
