import { Box, Typography } from '@mui/material';
import { NumberInput, required, SaveButton, TextInput } from 'react-admin';
import { SectionCard } from '../shared/SectionCard.tsx';

/** The name that e-mails and customers' pages carry, whom to ask, and how long links work. */
export const SenderCard = () => (
  <SectionCard title="Sender">
    <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
      Customers know you by this name: it stands on their link’s page and in every e-mail.
    </Typography>
    <Box sx={{ display: 'grid', gap: 1, mb: 1 }}>
      <TextInput
        source="senderName"
        label="Name"
        validate={required('Write the name that customers know you by.')}
        helperText={false}
      />
      <TextInput
        source="supportPhone"
        label="Telephone"
        placeholder="+44 20 7946 0000"
        helperText="Beside the name of the colleague who sent the link. Empty: none."
      />
      <TextInput
        source="supportEmail"
        label="E-mail address"
        helperText="For those whose link does not work any more. Empty: none."
      />
      <NumberInput
        source="linkDays"
        label="A link works for so many days"
        min={1}
        max={3650}
        step={1}
        helperText="Holds at once for the links already sent. Empty: for ever."
      />
    </Box>
    <SaveButton variant="contained" label="Save" />
  </SectionCard>
);
