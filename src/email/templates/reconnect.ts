import type { Words } from '../render.ts';
import { GUIDE_LINK, NOTE, PRIVACY, READY, SIGNATURE } from './parts.ts';

export const reconnect: Words = {
  subject:
    '{{ software.name | default: "Your accounting software" }} is no longer connected for {{ customer.name }}',
  body: `{{ greeting }},

the connection to {{ software.name | default: "your accounting software" }} of **{{ customer.name }}** has ended, so nothing new reaches us. That happens when a password changes, when someone leaves, or when access is taken back.
${NOTE}
[Connect again]({{ link.url }})

It is the same approval as the first time, and shorter: your software is already chosen. If you ended it on purpose, just tell me.
${READY}
${GUIDE_LINK}

${PRIVACY}

${SIGNATURE}
`,
};
