import type { TemplateText } from '../render.ts';
import { GUIDE_LINK, NOTE, READY, REASON, SIGNATURE } from './parts.ts';

export const reminder: TemplateText = {
  subject:
    'Reminder: connect {{ software.name | default: "your accounting software" }} for {{ customer.name }}',
  body: `{{ greeting }},

Just a quick reminder that {{ software.name | default: "your accounting software" }} isn’t connected for **{{ customer.name }}** yet. If something’s in the way, let me know and we’ll sort it out.
${NOTE}
${REASON}
[{% if customer.started %}Pick up where you left off{% else %}Get started{% endif %}]({{ link.url }})

Your link keeps working, so pick a time that suits you. If someone else looks after your software, just forward this email.
${READY}
${GUIDE_LINK}

${SIGNATURE}
`,
};
