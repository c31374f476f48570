import { Box, Typography } from '@mui/material';
import { NumberInput, required, SaveButton, TextInput } from 'react-admin';
import { FormFailure } from '../shared/forms/FormFailure.tsx';
import { SectionCard } from '../shared/SectionCard.tsx';

/** The name and support contact that customers see, and how long links work. */
export const SenderCard = () => (
  <SectionCard title="Branding & sender">
    <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
      Shown to customers on the link page and in every email.
    </Typography>
    <Box sx={{ display: 'grid', gap: 1, mb: 1 }}>
      <TextInput
        source="senderName"
        label="Company name"
        validate={required('Enter your company name.')}
        helperText={false}
      />
      <TextInput
        source="supportPhone"
        label="Support phone"
        placeholder="+44 20 7946 0000"
        helperText="Shown next to the sender’s name. Leave blank to hide."
      />
      <TextInput
        source="supportEmail"
        label="Support email"
        helperText="Shown when a link no longer works. Leave blank to hide."
      />
      <NumberInput
        source="linkDays"
        label="Link validity (days)"
        min={1}
        max={3650}
        step={1}
        helperText="Also applies to links already sent. Leave blank for no expiry."
      />
    </Box>
    <FormFailure />
    <SaveButton variant="contained" label="Save" />
  </SectionCard>
);
