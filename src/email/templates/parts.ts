/** Parts that several emails share. Blank lines around them keep an absent part from leaving a gap. */

export const NOTE = `{% if note %}
> {{ note }}
{% endif %}`;

export const REASON = `{% if reason %}
**Last time:** {{ reason }}
{% endif %}`;

export const READY = `{% if software.ready.size > 0 %}
## What you’ll need for {{ software.name }}

{% for item in software.ready %}- {{ item }}
{% endfor %}
{% endif %}`;

export const GUIDE_LINK = `{% if guide.url %}
[Full step-by-step guide]({{ guide.url }})
{% endif %}`;

export const PRIVACY =
  'You sign in on your software’s own page. Neither we nor Codat (our connection provider) ever sees your password. ' +
  'You can stop sharing at any time.';

export const SIGNATURE = `Best wishes,
{{ agent.name }}
{{ sender.name }}`;
