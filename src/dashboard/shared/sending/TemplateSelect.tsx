import { MenuItem, TextField } from '@mui/material';
import {
  EMAIL_TEMPLATE_FACTS,
  EMAIL_TEMPLATES,
  type EmailTemplate,
} from '../../../journey/outreach.ts';

type Props = { value: EmailTemplate; onChange: (template: EmailTemplate) => void };

export const TemplateSelect = ({ value, onChange }: Props) => (
  <TextField
    select
    label="E-mail"
    value={value}
    onChange={({ target }) => onChange(target.value as EmailTemplate)}
    margin="none"
    sx={{ mt: 1 }}
  >
    {EMAIL_TEMPLATES.map((template) => (
      <MenuItem key={template} value={template}>
        {EMAIL_TEMPLATE_FACTS[template].label}
      </MenuItem>
    ))}
  </TextField>
);
