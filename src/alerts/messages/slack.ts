import { cut } from '../../common/cut.ts';
import { oneLine } from '../../email/text.ts';
import type { Content } from './content.ts';

/** Slack’s limits are 3000 characters for a section and 150 for a header. https://docs.slack.dev/reference/block-kit/blocks */
const LONGEST_SECTION = 3000;
const LONGEST_HEADER = 150;
const LONGEST_NAME = 120;

/** Slack reads these in text. https://docs.slack.dev/messaging/formatting-message-text#escaping */
const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * What marks up text or mentions people. Slack knows no escape for it, so an invisible space after each keeps it from
 * having an effect.
 */
const MARKUP = /[@*_~`[\]|\\#!]|:(?=\/\/)/g;

/** Text from outside, in which nothing has an effect. */
export const slackText = (text: string): string => {
  const line = oneLine(text);
  const short = line.length > LONGEST_NAME ? `${cut(line, LONGEST_NAME)}…` : line;
  return short.replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? '').replace(MARKUP, '$&\u200b');
};

const link = (url: string, text: string): string =>
  `<${url.replace(/[<>|\s]/g, encodeURIComponent)}|${slackText(text)}>`;

const headingOf = ({ title, isTest }: Content): string => `${isTest ? 'Test: ' : ''}${title}`;

const linesOf = ({ items, more }: Content): string[] => [
  ...items.map(({ name, reason, url }) => `• ${link(url, name)}: ${slackText(reason)}`),
  ...(more > 0 ? [`…and ${more} more`] : []),
];

const footOf = (content: Content): string =>
  `${link(content.link.url, content.link.text)} · alert “${slackText(content.alert)}”`;

/** The lines in as many parts as needed, none over the limit. */
const inSections = (lines: readonly string[]): string[] => {
  const sections: string[] = [];
  for (const line of lines) {
    const last = sections.at(-1);
    if (last !== undefined && last.length + line.length < LONGEST_SECTION)
      sections[sections.length - 1] = `${last}\n${line}`;
    else sections.push(line);
  }
  return sections;
};

const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });

/**
 * The body for a webhook as Slack takes it. `text` says everything, for programs that only read that, such as Mattermost;
 * Slack shows the blocks and uses it for notifications.
 */
export const slackBody = (content: Content) => {
  const heading = headingOf(content);
  const lines = linesOf(content);
  return {
    text: [`*${slackText(heading)}*`, ...lines, footOf(content)].join('\n'),
    blocks: [
      {
        type: 'header',
        text: { type: 'plain_text', text: cut(oneLine(heading), LONGEST_HEADER) },
      },
      ...inSections(lines).map((text) => ({ type: 'section', text: mrkdwn(text) })),
      { type: 'context', elements: [mrkdwn(footOf(content))] },
    ],
  };
};
