import type { Words } from '../render.ts';
import { GUIDE_LINK, NOTE, PRIVACY, READY, SIGNATURE } from './parts.ts';

export const administrator: Words = {
  subject:
    'Your help is needed to connect {{ software.name | default: "the accounting software" }} for {{ customer.name }}',
  body: `{{ greeting }},

{{ mainContact.name | default: "Your colleague" }} is connecting {{ software.name | default: "the accounting software" }} of **{{ customer.name }}** to {{ sender.name }}. One step needs someone with administrator rights, and we were told that this is you.
${NOTE}
[Approve the connection]({{ link.url }})

What happens: you see which data is shared, sign in to {{ software.name | default: "the software" }}, and approve. A few minutes are usually enough, and nothing in your books is changed.
${READY}
${GUIDE_LINK}

${PRIVACY}

Not your job? Please pass this on to whoever looks after {{ software.name | default: "the software" }}, or tell me who that is.

${SIGNATURE}
`,
};
