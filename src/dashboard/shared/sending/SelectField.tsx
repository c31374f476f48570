import { MenuItem, TextField, type TextFieldProps } from '@mui/material';
import type { ReactNode } from 'react';

type Props<V extends string> = Pick<TextFieldProps, 'error' | 'helperText' | 'sx'> & {
  label: ReactNode;
  value: V;
  choices: readonly { value: V; label: ReactNode }[];
  onChange: (value: V) => void;
};

/** A list to choose from outside a form. MUI’s own `select` reports any string; this one only its choices. */
export const SelectField = <V extends string>({ choices, onChange, ...props }: Props<V>) => {
  const choose = (value: string) => {
    const choice = choices.find((one) => one.value === value);
    if (choice) onChange(choice.value);
  };
  return (
    <TextField select onChange={({ target }) => choose(target.value)} margin="none" {...props}>
      {choices.map(({ value, label }) => (
        <MenuItem key={value} value={value}>
          {label}
        </MenuItem>
      ))}
    </TextField>
  );
};
