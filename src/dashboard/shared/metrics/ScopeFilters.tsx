import { MenuItem, TextField } from '@mui/material';
import { useGetList } from 'react-admin';
import type { SoftwareRecord } from '../../../api/software/resource.ts';
import type { UserRecord } from '../../../api/users/resource.ts';
import { personLabel } from '../../../common/person-label.ts';
import { PeriodPicker } from '../period/PeriodPicker.tsx';
import { useScope } from './useScope.ts';

const ALL_BY_NAME = {
  pagination: { page: 1, perPage: 200 },
  sort: { field: 'name', order: 'ASC' },
} as const;

/** Narrows a page’s numbers to a period, an account manager’s customers and, where it makes sense, one app. */
export const ScopeFilters = ({ withSoftware }: { withSoftware?: true }) => {
  const { scope, narrow } = useScope();
  const { data: software = [] } = useGetList<SoftwareRecord>('software', ALL_BY_NAME);
  const { data: people = [] } = useGetList<UserRecord>('users', ALL_BY_NAME);
  return (
    <>
      <PeriodPicker />
      {withSoftware && (
        <Choice
          label="Software"
          all="All software"
          value={scope.software}
          options={software.map(({ id, name }) => [id, name])}
          onChange={(id) => narrow('software', id)}
        />
      )}
      <Choice
        label="Account manager"
        all="All account managers"
        value={scope.accountManagerId}
        options={people.map((person) => [person.id, personLabel(person)])}
        onChange={(id) => narrow('accountManagerId', id)}
      />
    </>
  );
};

type Props = {
  label: string;
  /** Label of the option to not filter. */
  all: string;
  value: string | null;
  options: [value: string, name: string][];
  onChange: (value: string) => void;
};

const Choice = ({ label, all, value, options, onChange }: Props) => {
  const known = value === null || options.some(([one]) => one === value);
  return (
    <TextField
      select
      label={label}
      value={value ?? ''}
      onChange={({ target }) => onChange(target.value)}
      margin="none"
      fullWidth={false}
      sx={{ minWidth: 150 }}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
    >
      <MenuItem value="">{all}</MenuItem>
      {/* Or else a filter by someone who left would look like no filter. */}
      {!known && <MenuItem value={value}>{options.length > 0 ? 'Unknown' : '…'}</MenuItem>}
      {options.map(([one, name]) => (
        <MenuItem key={one} value={one}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
};
