import type { TemplateText } from '../render.ts';
import { GUIDE_LINK, NOTE, PRIVACY, READY, SIGNATURE } from './parts.ts';

export const reconnect: TemplateText = {
  subject:
    '{{ software.name | default: "Your accounting software" }} is no longer connected for {{ customer.name }}',
  body: `{{ greeting }},

The connection to {{ software.name | default: "your accounting software" }} for **{{ customer.name }}** has stopped, so we’re no longer receiving new data. This can happen when a password changes, someone leaves or access is revoked.
${NOTE}
[Reconnect]({{ link.url }})

It’s the same approval as before, only quicker: your software is already chosen. If you disconnected on purpose, just let me know.
${READY}
${GUIDE_LINK}

${PRIVACY}

${SIGNATURE}
`,
};
