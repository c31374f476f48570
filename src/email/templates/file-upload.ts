import type { TemplateText } from '../render.ts';
import { NOTE, SIGNATURE } from './parts.ts';

export const fileUpload: TemplateText = {
  subject: 'Another way for {{ customer.name }}: send us files',
  body: `{{ greeting }},

{{ software.name | default: "Your accounting software" }} can’t be connected for **{{ customer.name }}** right now, so let’s use files instead.
${NOTE}
## What we need

- The profit and loss statement for the last twelve months, month by month
- The balance sheet for the same months
- Open customer invoices and supplier bills

{{ software.name | default: "Your software" }} can export all of these, usually under Reports, as Excel or CSV. PDF only if nothing else works.

## How to send them

Reply to this email with the files attached. If you’d rather not email them, just reply and I’ll suggest another way.

${SIGNATURE}
`,
};
