import type { TemplateText } from '../render.ts';
import { GUIDE_LINK, NOTE, READY, REASON, SIGNATURE } from './parts.ts';

export const guide: TemplateText = {
  subject: 'How to connect {{ software.name | default: "your accounting software" }}, step by step',
  body: `{{ greeting }},

Here’s how to connect {{ software.name | default: "your accounting software" }} for **{{ customer.name }}**.
${NOTE}
${REASON}
${READY}
{% if guide.steps.size > 0 %}
## Step by step

{% for step in guide.steps %}1. {{ step }}
{% endfor %}
{% endif %}

[Start connecting]({{ link.url }})
{% if guide.pitfalls.size > 0 %}
## Troubleshooting

{% for pitfall in guide.pitfalls %}- **{{ pitfall.sign }}** {{ pitfall.remedy }}
{% endfor %}
{% endif %}
${GUIDE_LINK}

${SIGNATURE}
`,
};
