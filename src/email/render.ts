import { convert } from 'html-to-text';
import type { Facts, Standing } from './facts.ts';
import { layOut, questions } from './layout.ts';
import { fillIn } from './liquid.ts';
import { toHtml } from './markdown.ts';
import { oneLine } from './text.ts';

/** The words of an e-mail: one line, and Markdown, both with placeholders. */
export type Words = { subject: string; body: string };

export type Rendered = { subject: string; html: string; text: string };

const MAX_SUBJECT = 200;

const subjectOf = (template: string, facts: Facts): string => {
  const { text, values } = fillIn(template, facts);
  const subject = oneLine(values.putIn(text));
  return subject.length > MAX_SUBJECT
    ? `${subject.slice(0, MAX_SUBJECT - 1).toWellFormed()}…`
    : subject;
};

const plainText = (body: string): string =>
  convert(body, {
    wordwrap: 78,
    selectors: [
      { selector: 'a', options: { linkBrackets: false, hideLinkHrefIfSameAsText: true } },
      ...['h1', 'h2', 'h3'].map((selector) => ({ selector, options: { uppercase: false } })),
      { selector: 'ul', options: { itemPrefix: '- ' } },
    ],
  });

/**
 * An e-mail as it goes out, in HTML and as plain text. Whatever the facts hold shows as those characters.
 * @throws LiquidError when the words name what there is not
 */
export const renderEmail = (
  words: Words,
  facts: Facts,
  standing: Standing | null = null,
): Rendered => {
  const subject = subjectOf(words.subject, facts);
  const { text, values } = fillIn(words.body, facts);
  const body = toHtml(text, values);
  return {
    subject,
    html: layOut({ subject, body, facts, standing }),
    text: `${plainText(body)}\n\n-- \n${questions(facts)}\n`,
  };
};
