import { Box, Button, Chip, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useController } from 'react-hook-form';
import { holidayLabel } from './workingTime.ts';

/** The team’s days off, to add and remove. */
export const HolidaysInput = () => {
  const { field } = useController({ name: 'holidays' });
  const [date, setDate] = useState('');
  const holidays: string[] = field.value ?? [];
  const add = () => {
    field.onChange([...new Set([...holidays, date])].sort());
    setDate('');
  };
  return (
    <Box role="group" aria-label="Holidays" sx={{ my: 1 }}>
      <Typography variant="body2" sx={{ mb: 1 }}>
        Holidays
      </Typography>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', mb: 1 }}>
        {holidays.map((holiday) => (
          <Chip
            key={holiday}
            component="button"
            type="button"
            size="small"
            label={holidayLabel(holiday)}
            aria-label={`Remove ${holidayLabel(holiday)}`}
            onClick={() => field.onChange(holidays.filter((one) => one !== holiday))}
            onDelete={() => field.onChange(holidays.filter((one) => one !== holiday))}
          />
        ))}
      </Box>
      <Box sx={{ display: 'flex', gap: 1 }}>
        <TextField
          type="date"
          label="Day off"
          size="small"
          value={date}
          onChange={({ target }) => setDate(target.value)}
          slotProps={{ inputLabel: { shrink: true } }}
        />
        <Button onClick={add} disabled={date === ''}>
          Add
        </Button>
      </Box>
    </Box>
  );
};
