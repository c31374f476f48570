import {
  EMAIL_TEMPLATE_FACTS,
  EMAIL_TEMPLATES,
  type EmailTemplate,
} from '../../../journey/outreach.ts';
import { SelectField } from './SelectField.tsx';

export const TEMPLATE_CHOICES = EMAIL_TEMPLATES.map((value) => ({
  value,
  label: EMAIL_TEMPLATE_FACTS[value].label,
}));

type Props = { value: EmailTemplate; onChange: (template: EmailTemplate) => void };

export const TemplateSelect = ({ value, onChange }: Props) => (
  <SelectField
    label="Template"
    value={value}
    choices={TEMPLATE_CHOICES}
    onChange={onChange}
    sx={{ mt: 1 }}
  />
);
