import type { TemplateText } from '../render.ts';
import { GUIDE_LINK, NOTE, READY, SIGNATURE } from './parts.ts';

export const it: TemplateText = {
  subject:
    'For IT: please allow the {{ software.name | default: "accounting software" }} connection for {{ customer.name }}',
  body: `{{ greeting }},

**{{ customer.name }}** is connecting {{ software.name | default: "its accounting software" }} to {{ sender.name }} through Codat, and something seems to be blocking it. Could you please allow the following?
${NOTE}
## Outbound, TCP port {{ allowList.port }} (HTTPS)

{% for host in allowList.hosts %}- {{ host }}
{% endfor %}

No inbound access is needed. All connections are outbound and encrypted.
{% if software.onPremise %}
## The connector

{{ software.name }} runs on one of your own computers, so Codat’s connector is installed alongside it. Please:

- let its installer run with Windows administrator rights,
- add an antivirus exception for it, and
- leave the computer on and online in the evening and overnight, when data is read.
{% endif %}
${READY}
${GUIDE_LINK}

{{ mainContact.name | default: "Your colleague" }} has the link. There’s nothing else you need to do.

${SIGNATURE}
`,
};
