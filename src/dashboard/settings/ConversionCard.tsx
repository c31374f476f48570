import { Typography } from '@mui/material';
import { NumberInput, required, SaveButton } from 'react-admin';
import { FormFailure } from '../shared/forms/FormFailure.tsx';
import { SectionCard } from '../shared/SectionCard.tsx';

/** How long customers have to connect before the numbers count them as not converted. */
export const ConversionCard = () => (
  <SectionCard title="Conversion">
    <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
      Conversion is the share of customers who approve within this many days of their invitation.
      All of them get the same time, so that weeks can be compared.
    </Typography>
    <NumberInput
      source="conversionDays"
      label="Days to connect"
      min={1}
      max={90}
      step={1}
      validate={required('Enter 1–90 whole days.')}
      helperText="Also changes the numbers of earlier periods."
    />
    <FormFailure />
    <SaveButton variant="contained" label="Save days" />
  </SectionCard>
);
