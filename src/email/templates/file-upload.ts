import type { Words } from '../render.ts';
import { NOTE, REASON, SIGNATURE } from './parts.ts';

export const fileUpload: Words = {
  subject: 'Another way for {{ customer.name }}: send us files',
  body: `{{ greeting }},

connecting {{ software.name | default: "your accounting software" }} does not work out for **{{ customer.name }}** at the moment, so let us take another way: you send the figures as files.
${REASON}
${NOTE}
## What we need

- The profit and loss statement of the last twelve months, month by month
- The balance sheet of the same months
- The list of open invoices, to customers and from suppliers

{{ software.name | default: "Your software" }} exports all of them, usually under Reports, as Excel or CSV. PDF is the last resort.

## How to send them

Attach the files to an answer to this e-mail. If you would rather not send figures by e-mail, answer without them and I will offer you another way.

${SIGNATURE}
`,
};
