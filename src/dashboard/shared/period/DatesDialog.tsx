import { DateInput, required, type Validator } from 'react-admin';
import { toInstant } from '../../../journey/instant.ts';
import { dateAt, startOfDate } from '../../../journey/metrics/calendar.ts';
import { type Period, periodFault } from '../../../journey/metrics/period.ts';
import { DialogForm } from '../dialogs/DialogForm.tsx';

/** The first and the last day, such as `2026-11-26`. */
type Dates = { from: string; to: string };

const FAULTS: Record<keyof Dates, string> = {
  from: 'Choose a day from 2000 on, at most three years before the last day.',
  to: 'Choose the first day or a later one.',
};

const periodOf = ({ from, to }: Dates, timeZone: string): Period => ({
  from: startOfDate(from, timeZone),
  to: startOfDate(to, timeZone, 1),
});

const checked = (field: keyof Dates, timeZone: string): Validator[] => [
  required('Enter a date.'),
  (_, dates: Dates) => {
    const fault = dates.from && dates.to && periodFault(periodOf(dates, timeZone));
    return fault && field in fault ? FAULTS[field] : undefined;
  },
];

type Props = {
  period: Period;
  timeZone: string;
  onChoose: (period: Period) => void;
  onClose: () => void;
};

/** Chooses the first and the last day of a page’s numbers. */
export const DatesDialog = ({ period, timeZone, onChoose, onClose }: Props) => {
  const lastMoment = toInstant(Date.parse(period.to) - 1);
  return (
    <DialogForm
      title="Choose dates"
      action="Show"
      values={{ from: dateAt(period.from, timeZone), to: dateAt(lastMoment, timeZone) }}
      onSubmit={({ from, to }) => {
        onChoose(periodOf({ from, to }, timeZone));
        onClose();
      }}
      onClose={onClose}
    >
      <DateInput source="from" label="First day" validate={checked('from', timeZone)} />
      <DateInput source="to" label="Last day" validate={checked('to', timeZone)} />
    </DialogForm>
  );
};
