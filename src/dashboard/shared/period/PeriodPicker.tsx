import { MenuItem, TextField, Typography } from '@mui/material';
import { isPeriodName, NAMED_PERIODS } from '../../../journey/metrics/named-period.ts';
import { DatesDialog } from '../dialogs/lazyDialogs.ts';
import { useOpenDialog } from '../dialogs/OpenDialogs.tsx';
import { TwoLines } from '../TwoLines.tsx';
import { CopyDatesButton } from './CopyDatesButton.tsx';
import { daysLabel, ownZone, PERIOD_LABELS, zoneLabel } from './period-labels.ts';
import { usePeriod } from './usePeriod.ts';

/** Values that are no names of periods. */
const DATES = 'dates';
const CHOOSE = 'choose';

const NAMES = Object.keys(NAMED_PERIODS).filter(isPeriodName);

/** Chooses the period of a page’s numbers, and shows its days. */
export const PeriodPicker = () => {
  const { name, period, timeZone, now, choose } = usePeriod();
  const openDialog = useOpenDialog();
  const known = period && timeZone ? { period, timeZone } : null;
  const zone = known && zoneLabel(known.period, known.timeZone, ownZone());
  const days = known && daysLabel(known.period, known.timeZone);
  const change = (value: string) => {
    if (isPeriodName(value)) choose(value);
    else if (known && value === CHOOSE)
      openDialog((close) => <DatesDialog {...known} onChoose={choose} onClose={close} />);
  };
  return (
    <>
      {zone && (
        <Typography variant="body2" color="textSecondary">
          {zone}
        </Typography>
      )}
      <TextField
        select
        label="Period"
        value={name ?? DATES}
        onChange={({ target }) => change(target.value)}
        margin="none"
        fullWidth={false}
        // As wide as with its days, which come later.
        sx={{ minWidth: 290 }}
        slotProps={{
          select: {
            renderValue: () => [name && PERIOD_LABELS[name], days].filter(Boolean).join(': '),
          },
          inputLabel: { shrink: true },
        }}
      >
        {!name && <MenuItem value={DATES}>{days}</MenuItem>}
        {NAMES.map((one) => (
          <MenuItem key={one} value={one}>
            <TwoLines
              first={PERIOD_LABELS[one]}
              second={timeZone && daysLabel(NAMED_PERIODS[one]({ now, timeZone }), timeZone)}
            />
          </MenuItem>
        ))}
        <MenuItem value={CHOOSE}>Choose dates…</MenuItem>
      </TextField>
      {known && <CopyDatesButton period={known.period} />}
    </>
  );
};
