import type { Words } from '../render.ts';
import { GUIDE_LINK, NOTE, READY, REASON, SIGNATURE } from './parts.ts';

export const reminder: Words = {
  subject:
    'Still to do for {{ customer.name }}: connect {{ software.name | default: "your accounting software" }}',
  body: `{{ greeting }},

a short reminder: {{ software.name | default: "your accounting software" }} is not connected yet for **{{ customer.name }}**. If something is in the way, tell me and we sort it out.
${NOTE}
${REASON}
[Pick up where you left off]({{ link.url }})

The link is yours and keeps working, so choose a quiet moment. If someone else looks after your software, simply pass this e-mail on.
${READY}
${GUIDE_LINK}

${SIGNATURE}
`,
};
