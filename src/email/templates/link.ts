import type { Words } from '../render.ts';
import { GUIDE_LINK, NOTE, PRIVACY, READY, REASON, SIGNATURE } from './parts.ts';

export const link: Words = {
  subject:
    'Connect {{ software.name | default: "your accounting software" }} for {{ customer.name }}',
  body: `{{ greeting }},

Here is your link to connect {{ software.name | default: "your accounting software" }} for **{{ customer.name }}**. It usually takes under half an hour, often in one go.
${NOTE}
${REASON}
[Continue to the connection]({{ link.url }})

You choose your software, see which data is shared, sign in to it in a tab of its own and approve, then come back and finish.
${READY}
${GUIDE_LINK}

${PRIVACY}

${SIGNATURE}
`,
};
