import { ToggleButton, ToggleButtonGroup } from '@mui/material';
import type { ReactNode } from 'react';

type Props<V extends string> = {
  label: string;
  value: V;
  options: Record<V, ReactNode>;
  onChange: (value: V) => void;
};

/** Looks like the other pills, with the selected one tinted. */
const pillSx = {
  textTransform: 'none',
  px: 1.25,
  py: 0.25,
  border: 0,
  color: 'text.secondary',
  '&.MuiToggleButton-root': { borderRadius: 99 },
  '&.Mui-selected': { color: 'primary.main', bgcolor: 'tint.brand' },
} as const;

/** Switches between a few views of the same data. */
export const PillSwitch = <V extends string>({ label, value, options, onChange }: Props<V>) => (
  <ToggleButtonGroup
    exclusive
    size="small"
    value={value}
    aria-label={label}
    onChange={(_, chosen: V | null) => chosen && onChange(chosen)}
    sx={{ flexWrap: 'wrap' }}
  >
    {Object.entries<ReactNode>(options).map(([one, content]) => (
      <ToggleButton key={one} value={one} sx={pillSx}>
        {content}
      </ToggleButton>
    ))}
  </ToggleButtonGroup>
);
