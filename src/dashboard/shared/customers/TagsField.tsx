import { Autocomplete, TextField } from '@mui/material';
import {
  LONGEST_LABEL,
  tidyLabel,
  uniqueLabels,
} from '../../../journey/profile/customer-labels.ts';
import { useUsedTags } from './useUsedTags.ts';

type Props = {
  label: string;
  value: string[];
  onChange: (labels: string[]) => void;
  helperText?: string;
};

/** Chooses tags among those in use, or types new ones. Outside a form. */
export const TagsField = ({ label, value, onChange, helperText }: Props) => {
  const used = useUsedTags();
  const change = (labels: string[]) =>
    onChange(uniqueLabels(labels.map(tidyLabel).filter(Boolean)));
  return (
    <Autocomplete
      multiple
      freeSolo
      autoSelect
      options={used}
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
