import MarkdownIt, { type RendererRule, type Token } from 'markdown-it';
import { BUTTON, ELEMENTS } from './style.ts';
import { escapeHtml } from './text.ts';
import type { HeldBack } from './values.ts';

const SAFE = new Set(['http:', 'https:', 'mailto:']);

/** Where a link leads, or null when that is no web page and no e-mail address. */
const destination = (href: string): string | null => {
  const url = URL.parse(href.trim());
  return url && SAFE.has(url.protocol) ? url.href : null;
};

/** A paragraph that is one link and nothing else. */
const isLinkAlone = ({ children }: Token): boolean =>
  children?.[0]?.type === 'link_open' &&
  children.at(-1)?.type === 'link_close' &&
  children.filter(({ type }) => type === 'link_open').length === 1;

/** Around a button there is a cell in place of a paragraph: Outlook fills nothing else. */
const around =
  (html: string): RendererRule =>
  (tokens, index, options, _env, renderer) =>
    tokens[index]?.meta?.button ? html : renderer.renderToken(tokens, index, options);

const createMarkdown = ({ putIn }: HeldBack) => {
  const markdown = new MarkdownIt({ html: false, breaks: true });
  markdown.disable('image');
  // Values are put into addresses only afterwards, and checked then.
  markdown.normalizeLink = (href) => href;
  markdown.validateLink = () => true;
  const withValues = (text = '') =>
    putIn(escapeHtml(text), (value) => escapeHtml(value).replaceAll('\n', '<br>'));
  const { rules } = markdown.renderer;
  rules.text = (tokens, index) => withValues(tokens[index]?.content);
  rules.code_inline = (tokens, index) =>
    `<code style="${ELEMENTS.code?.style}" class="quiet">${withValues(tokens[index]?.content)}</code>`;
  rules.fence = rules.code_block = (tokens, index) =>
    `<p style="${ELEMENTS.p?.style}">${withValues(tokens[index]?.content)}</p>`;
  rules.paragraph_open = around(BUTTON.before);
  rules.paragraph_close = around(BUTTON.after);
  return markdown;
};

const dress = (token: Token, look = ELEMENTS[token.tag]): void => {
  if (!look || token.nesting < 0) return;
  token.attrSet('style', look.style);
  if (look.class) token.attrSet('class', look.class);
};

const setDestination = (link: Token, { putIn }: HeldBack): void => {
  const href = destination(putIn(`${link.attrGet('href') ?? ''}`));
  link.attrs = null;
  if (href) link.attrSet('href', href);
};

/** Markdown whose values are held back, as HTML that mail programs show as meant. The first link alone is a button. */
export const toHtml = (text: string, values: HeldBack): string => {
  const markdown = createMarkdown(values);
  const tokens = markdown.parse(text, {});
  const button = tokens.find(isLinkAlone);
  tokens.forEach((token, index) => {
    dress(token);
    for (const part of token.children ?? []) {
      if (part.type === 'link_open') setDestination(part, values);
      dress(part, part.type === 'link_open' && token === button ? BUTTON.link : undefined);
    }
    if (token !== button) return;
    for (const paragraph of [tokens[index - 1], tokens[index + 1]])
      if (paragraph) paragraph.meta = { button: true };
  });
  return markdown.renderer.render(tokens, markdown.options, {});
};
