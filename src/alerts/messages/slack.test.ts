import { describe, expect, it } from 'vitest';
import { NASTY_STRINGS } from '../../../tests/nasty/strings.ts';
import type { Content } from './content.ts';
import { slackBody, slackText } from './slack.ts';

const content = (names: string[], more = 0): Content => ({
  ...{ alert: 'Support lead', title: 'Nobody has touched 2 stuck cases' },
  ...{ isTest: false, isOver: false, more },
  items: names.map((name, index) => ({
    ...{ name, reason: 'Attempt failed', url: `https://unstuck.test/#/customers/${index}/show` },
  })),
  link: { text: 'Open the list', url: 'https://unstuck.test/#/customers?filter=%7B%7D' },
});

describe('the body for Slack', () => {
  it('says everything as text, and again as blocks', () => {
    expect(slackBody(content(['Acme', 'Bolt'], 3))).toEqual({
      text: [
        '*Nobody has touched 2 stuck cases*',
        '• <https://unstuck.test/#/customers/0/show|Acme>: Attempt failed',
        '• <https://unstuck.test/#/customers/1/show|Bolt>: Attempt failed',
        '…and 3 more',
        '<https://unstuck.test/#/customers?filter=%7B%7D|Open the list> · alert “Support lead”',
      ].join('\n'),
      blocks: [
        {
          type: 'header',
          text: { type: 'plain_text', text: 'Nobody has touched 2 stuck cases' },
        },
        {
          type: 'section',
          text: {
            type: 'mrkdwn',
            text: [
              '• <https://unstuck.test/#/customers/0/show|Acme>: Attempt failed',
              '• <https://unstuck.test/#/customers/1/show|Bolt>: Attempt failed',
              '…and 3 more',
            ].join('\n'),
          },
        },
        {
          type: 'context',
          elements: [
            {
              type: 'mrkdwn',
              text: '<https://unstuck.test/#/customers?filter=%7B%7D|Open the list> · alert “Support lead”',
            },
          ],
        },
      ],
    });
  });

  it('marks a test', () => {
    const { text, blocks } = slackBody({ ...content(['Acme']), isTest: true });
    expect(text).toMatch(/^\*Test: Nobody/);
    expect(blocks[0]).toMatchObject({ text: { text: expect.stringMatching(/^Test: /) } });
  });

  it('keeps each section within Slack’s limit, however long the names', () => {
    const names = Array.from({ length: 20 }, () => '&<>'.repeat(500));
    const { blocks } = slackBody(content(names));
    expect(blocks.length).toBeGreaterThan(4);
    for (const block of blocks) expect(JSON.stringify(block).length).toBeLessThan(3100);
  });
});

describe('text from outside', () => {
  it.each([
    ['R&D <!channel> > all', 'R&amp;D &lt;!\u200bchannel&gt; &gt; all'],
    [
      '@here *now* _so_ ~no~ `code`',
      '@\u200bhere *\u200bnow*\u200b _\u200bso_\u200b ~\u200bno~\u200b `\u200bcode`\u200b',
    ],
    ['[free](https://evil.example)', '[\u200bfree]\u200b(https:\u200b//evil.example)'],
    ['a|b\r\nc', 'a|\u200bb c'],
  ])('%j has no effect in a chat', (text, shown) => {
    expect(slackText(text)).toBe(shown);
  });

  it('never ends its own link, mentions anyone or starts a line, whatever it is', () => {
    for (const text of NASTY_STRINGS) expect(slackText(text)).not.toMatch(/[<>\n\r]|@[a-z]/);
  });
});
