import { convert } from 'html-to-text';
import { cut } from '../common/cut.ts';
import type { Framed, Standing } from './facts.ts';
import { contactLine, renderDocument } from './layout.ts';
import { fillIn } from './liquid.ts';
import { toHtml } from './markdown.ts';
import { oneLine } from './text.ts';

/** The text of an email, with placeholders: `subject` is one line, `body` is Markdown. */
export type TemplateText = { subject: string; body: string };

export type Rendered = { subject: string; html: string; text: string };

const MAX_SUBJECT = 200;

const subjectOf = (template: string, facts: Framed): string => {
  const { text, values } = fillIn(template, facts);
  const subject = oneLine(values.putIn(text));
  return subject.length > MAX_SUBJECT ? `${cut(subject, MAX_SUBJECT - 1)}…` : subject;
};

const plainText = (body: string): string =>
  convert(body, {
    wordwrap: 78,
    selectors: [
      { selector: 'a', options: { linkBrackets: false, hideLinkHrefIfSameAsText: true } },
      ...['h1', 'h2', 'h3'].map((selector) => ({ selector, options: { uppercase: false } })),
      { selector: 'table', format: 'paragraph' },
      { selector: 'ul', options: { itemPrefix: '- ' } },
    ],
  });

/**
 * Renders an email as HTML and plain text. Every character of a fact shows as itself: nothing in it is parsed.
 * @throws LiquidError if the text uses an unknown placeholder, tag or filter
 */
export const renderEmail = <F extends Framed>(
  template: TemplateText,
  facts: F,
  standing: Standing | null = null,
): Rendered => {
  const subject = subjectOf(template.subject, facts);
  const { text, values } = fillIn(template.body, facts);
  const body = toHtml(text, values);
  return {
    subject,
    html: renderDocument({ subject, body, facts, standing }),
    text: `${plainText(body)}\n\n-- \n${contactLine(facts)}\n`,
  };
};
