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

{% if isEmpty %}there is nothing new about your customers since {{ since }}, and none of them is stuck or soon will be.

{% else %}this is how your customers have done since {{ since }}:

{% for one in groups %}- [{{ one.count }}]({{ one.url }}) {{ one.words }}{% if one.names.size > 0 %}: {{ one.names }}{% endif %}{% if one.more > 0 %} and {{ one.more }} more{% endif %}
{% endfor %}
{% endif %}[Open your portfolio]({{ urls.portfolio }})

Choose when you get this email under [your account]({{ urls.account }}).
`,
};

const titleOf = ({ connected, slipped, stuck }: DigestNumbers): string =>
  `Your customers: ${connected.count} connected, ${slipped.count} slipped, ${stuck.count} stuck`;

type GroupName = 'connected' | 'becameStuck' | 'lost' | 'wentQuiet' | 'atRisk' | 'stuck';

type Wording = [group: GroupName, words: string];

const WORDINGS: Wording[] = [
  ['connected', 'connected'],
  ['becameStuck', 'got stuck'],
  ['lost', 'lost the connection'],
  ['wentQuiet', 'went quiet'],
  ['stuck', 'stuck now'],
  ['atRisk', 'at risk of getting stuck within 3 days'],
];

/** What is told even if there is none. */
const ALWAYS: readonly GroupName[] = ['connected', 'stuck'];

const groupsOf = (numbers: DigestNumbers, publicUrl: string) =>
  WORDINGS.filter(([name]) => ALWAYS.includes(name) || numbers[name].count > 0).map(
    ([name, words]) => {
      const { count, path, names, more }: Group = numbers[name];
      const compared = name === 'stuck' && numbers.againstWeekAgo;
      return {
        ...{ names, more, url: addressOf(publicUrl, path) },
        words: compared ? `${words}, ${compared}` : words,
        count: counted(count, 'customer', 'customers'),
      };
    },
  );

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
    urls: {
      portfolio: addressOf(publicUrl, '/portfolio'),
      account: addressOf(publicUrl, '/account'),
    },
    sender: { name: senderName, phone: null },
  };
  return { ...renderEmail(DIGEST_TEXT, facts), replyTo: supportEmail };
};
