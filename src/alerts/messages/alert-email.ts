import type { Database } from '../../database/database.ts';
import { loadWorkspace } from '../../database/settings.ts';
import { type Rendered, renderEmail, type TemplateText } from '../../email/render.ts';
import type { Content } from './content.ts';

/** Placeholders as in emails about accounts. Customers’ names are values, so every character of them shows as itself. */
const ALERT_TEXT: TemplateText = {
  subject: '{% if isTest %}Test: {% endif %}{{ title }}',
  body: `{% if isTest %}This is a test of the alert “{{ alert }}”. It shows what the alert says.

{% endif %}**{{ title }}**

{% for item in items %}- [{{ item.name }}]({{ item.url }}): {{ item.reason }}
{% endfor %}{% if more > 0 %}- …and {{ more }} more
{% endif %}
[{{ link.text }}]({{ link.url }})

You get this because of the alert “{{ alert }}”. Admins change alerts under Settings.
`,
};

/** Renders an alert as an email. Replies go to the support address, if there is one. */
export const renderAlert = async (
  database: Database,
  content: Content,
): Promise<Rendered & { replyTo: string | null }> => {
  const { senderName, supportEmail } = await loadWorkspace(database);
  const facts = { ...content, sender: { name: senderName, phone: null } };
  return { ...renderEmail(ALERT_TEXT, facts), replyTo: supportEmail };
};
