import type { TemplateText } from '../render.ts';
import { GUIDE_LINK, NOTE, PRIVACY, READY, REASON, SIGNATURE } from './parts.ts';

export const link: TemplateText = {
  subject:
    'Connect {{ software.name | default: "your accounting software" }} for {{ customer.name }}',
  body: `{{ greeting }},

Here is your link to connect {{ software.name | default: "your accounting software" }} for **{{ customer.name }}**. It usually takes less than 30 minutes.
${NOTE}
${REASON}
[Connect now]({{ link.url }})

You’ll choose your software, review the data you’re sharing, sign in and approve. Sign-in opens in a new tab. Return to the first tab to finish.
${READY}
${GUIDE_LINK}

${PRIVACY}

${SIGNATURE}
`,
};
