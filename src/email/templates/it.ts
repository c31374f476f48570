import type { Words } from '../render.ts';
import { GUIDE_LINK, NOTE, READY, SIGNATURE } from './parts.ts';

export const it: Words = {
  subject:
    'For IT: what {{ customer.name }} needs to let through for {{ software.name | default: "the accounting software" }}',
  body: `{{ greeting }},

**{{ customer.name }}** is connecting {{ software.name | default: "its accounting software" }} to {{ sender.name }} through Codat, and something on the way seems to be blocked. Could you let this through?
${NOTE}
## Outgoing, TCP port {{ allowList.port }} (HTTPS)

{% for host in allowList.hosts %}- {{ host }}
{% endfor %}

Nothing comes in from outside: all connections are opened from your side, and they are encrypted.
{% if software.onPremise %}
## The connector

{{ software.name }} runs on your own computer, so Codat’s connector is installed beside it. Please

- let its installer run with Windows administrator rights,
- make an exception for it in the antivirus, and
- leave the computer on and online in the evening and at night, when data is read.
{% endif %}
${READY}
${GUIDE_LINK}

The link itself is with {{ mainContact.name | default: "your colleague" }}; there is nothing else for you to do.

${SIGNATURE}
`,
};
