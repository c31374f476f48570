import type { TemplateText } from '../render.ts';
import { GUIDE_LINK, NOTE, PRIVACY, READY, SIGNATURE } from './parts.ts';

export const administrator: TemplateText = {
  subject:
    'Can you approve the {{ software.name | default: "accounting software" }} connection for {{ customer.name }}?',
  body: `{{ greeting }},

{{ mainContact.name | default: "Your colleague" }} is connecting {{ software.name | default: "the accounting software" }} for **{{ customer.name }}** to {{ sender.name }}. An admin needs to approve it, and we understand that’s you.
${NOTE}
[Approve the connection]({{ link.url }})

You’ll see what’s shared, sign in to {{ software.name | default: "the software" }} and approve. It usually takes a few minutes and nothing in your books changes.
${READY}
${GUIDE_LINK}

${PRIVACY}

Not the right person? Please forward this, or tell me who to contact.

${SIGNATURE}
`,
};
