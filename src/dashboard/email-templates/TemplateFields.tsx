import { Typography } from '@mui/material';
import type { EmailTemplateRecord } from '../../api/email-templates/resource.ts';
import { CONTACT_ROLE_LABELS } from '../../journey/contacts.ts';
import { EMAIL_TEMPLATE_FACTS } from '../../journey/outreach.ts';
import { Fact, Facts } from '../shared/Facts.tsx';
import { SectionCard } from '../shared/SectionCard.tsx';

/** The words of an e-mail for those who may not change them. */
export const TemplateWords = ({ template }: { template: EmailTemplateRecord }) => (
  <SectionCard
    title="Words"
    aside={`Goes to: ${CONTACT_ROLE_LABELS[EMAIL_TEMPLATE_FACTS[template.id].to]}`}
  >
    <Facts>
      <Fact name="Subject">{template.subject}</Fact>
      <Fact name="Text">
        <Typography component="pre" variant="inherit" sx={{ m: 0, whiteSpace: 'pre-wrap' }}>
          {template.body}
        </Typography>
      </Fact>
    </Facts>
    <Typography variant="body2" color="textSecondary" sx={{ mt: 2 }}>
      An administrator can change them. What a customer gets is shown before you send it.
    </Typography>
  </SectionCard>
);
