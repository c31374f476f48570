import { counted, LOCALE } from '../../common/locale.ts';
import type { Database } from '../../database/database.ts';
import type { User } from '../../database/schema/index.ts';
import { loadWorkspace } from '../../database/settings.ts';
import { type Rendered, renderEmail, type TemplateText } from '../../email/render.ts';
import type { Instant } from '../../journey/instant.ts';
import { addressOf } from '../paths.ts';
import { type DigestNumbers, digestNumbers, type Group, isEmpty } from './numbers.ts';

/** Placeholders as in emails about accounts. Customers’ names are values, so every character of them shows as itself. */
const DIGEST_TEXT: TemplateText = {
  subject: '{{ title }}',
  body: `Hello {{ person.name }},

{% if isEmpty %}there is nothing new about your customers since {{ since }}, and none of them is stuck.

{% else %}this is how your customers have done since {{ since }}:

{% for one in groups %}- [{{ one.count }}]({{ one.url }}) {{ one.words }}{% if one.names.size > 0 %}: {{ one.names }}{% endif %}{% if one.more > 0 %} and {{ one.more }} more{% endif %}
{% endfor %}
{% endif %}[Open the queue]({{ urls.queue }})

Choose when you get this email under [your account]({{ urls.account }}).
`,
};

const titleOf = ({ connected, slipped, stuck }: DigestNumbers): string =>
  `Your customers: ${connected.count} connected, ${slipped.count} slipped, ${stuck.count} stuck`;

type Wording = [group: keyof DigestNumbers, words: string];

/** What is always told, and what only if there is any. */
const WORDINGS: Wording[] = [
  ['connected', 'connected'],
  ['slipped', 'got stuck and still are'],
  ['lost', 'of these lost their connection'],
  ['stuck', 'stuck now'],
];

const groupsOf = (numbers: DigestNumbers, publicUrl: string) =>
  WORDINGS.filter(([name]) => name !== 'lost' || numbers.lost.count > 0).map(([name, words]) => {
    const { count, path, names, more }: Group = numbers[name];
    return {
      ...{ words, names, more, url: addressOf(publicUrl, path) },
      count: name === 'lost' ? String(count) : counted(count, 'customer', 'customers'),
    };
  });

type Asked = {
  person: Pick<User, 'id' | 'name'>;
  since: Instant;
  until: Instant;
  timeZone: string;
  publicUrl: string;
};

/** Renders a digest of a person’s customers. */
export const renderDigest = async (
  database: Database,
  { person, since, until, timeZone, publicUrl }: Asked,
): Promise<Rendered & { replyTo: string | null }> => {
  const { senderName, supportEmail } = await loadWorkspace(database);
  const numbers = await digestNumbers(database, person.id, { since, until });
  const time = new Intl.DateTimeFormat(LOCALE, {
    ...{ weekday: 'long', day: 'numeric', month: 'long', timeZone },
    ...{ hour: '2-digit', minute: '2-digit' },
  });
  const facts = {
    ...{ person: { name: person.name }, title: titleOf(numbers), isEmpty: isEmpty(numbers) },
    since: time.format(Date.parse(since)),
    groups: groupsOf(numbers, publicUrl),
    urls: { queue: addressOf(publicUrl, '/stuck'), account: addressOf(publicUrl, '/account') },
    sender: { name: senderName, phone: null },
  };
  return { ...renderEmail(DIGEST_TEXT, facts), replyTo: supportEmail };
};
