/** What several e-mails have in common. Blank lines keep an absent part from leaving a gap. */

export const NOTE = `{% if note %}
> {{ note }}
{% endif %}`;

export const REASON = `{% if reason %}
{{ reason }}
{% endif %}`;

export const READY = `{% if software.ready.size > 0 %}
## Have ready for {{ software.name }}

{% for item in software.ready %}- {{ item }}
{% endfor %}
{% endif %}`;

export const GUIDE_LINK = `{% if guide.url %}
[The guide for {{ software.name }}, step by step]({{ guide.url }})
{% endif %}`;

export const PRIVACY =
  'You sign in on your software’s own page: neither we nor Codat, who makes the connection, ever see your login. ' +
  'You can stop sharing at any time.';

export const SIGNATURE = `Best wishes
{{ agent.name }}
{{ sender.name }}`;
