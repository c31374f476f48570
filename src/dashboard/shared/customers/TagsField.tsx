import { Autocomplete, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { LONGEST_LABEL, tidyLabel, uniqueLabels } from '../../../journey/customer-labels.ts';
import { api } from '../api.ts';

const usedLabels = async () => (await api.customers.labels.$get()).json();

type Props = {
  label: string;
  value: string[];
  onChange: (labels: string[]) => void;
  helperText?: string;
};

/** Chooses tags among those in use, or types new ones. Outside a form. */
export const TagsField = ({ label, value, onChange, helperText }: Props) => {
  const { data = [] } = useQuery({ queryKey: ['customers', 'labels'], queryFn: usedLabels });
  const change = (labels: string[]) =>
    onChange(uniqueLabels(labels.map(tidyLabel).filter(Boolean)));
  return (
    <Autocomplete
      multiple
      freeSolo
      autoSelect
      options={data.map((one) => one.label)}
      value={value}
      onChange={(_, labels) => change(labels)}
      renderInput={({ slotProps, ...params }) => (
        <TextField
          {...params}
          label={label}
          helperText={helperText}
          slotProps={{
            ...slotProps,
            htmlInput: { ...slotProps?.htmlInput, maxLength: LONGEST_LABEL },
          }}
        />
      )}
    />
  );
};
