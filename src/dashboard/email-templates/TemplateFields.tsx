import { Typography } from '@mui/material';
import type { EmailTemplateRecord } from '../../api/email-templates/resource.ts';
import { EMAIL_TEMPLATE_FACTS } from '../../journey/outreach.ts';
import { Fact, Facts } from '../shared/Facts.tsx';
import { SectionCard } from '../shared/SectionCard.tsx';
import { CONTACT_NAMES } from '../shared/sending/emailLabels.ts';

/** A template for people who can’t edit it. */
export const TemplateFields = ({ template }: { template: EmailTemplateRecord }) => (
  <SectionCard
    title="Content"
    aside={`Sent to: ${CONTACT_NAMES[EMAIL_TEMPLATE_FACTS[template.id].to]}`}
  >
    <Facts>
      <Fact name="Subject">{template.subject}</Fact>
      <Fact name="Body">
        <Typography component="pre" variant="inherit" sx={{ m: 0, whiteSpace: 'pre-wrap' }}>
          {template.body}
        </Typography>
      </Fact>
    </Facts>
    <Typography variant="body2" color="textSecondary" sx={{ mt: 2 }}>
      Only admins can edit templates. You’ll see a preview before sending.
    </Typography>
  </SectionCard>
);
