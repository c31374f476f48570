import MarkdownIt, { type RendererRule, type Token } from 'markdown-it';
import { BUTTON, ELEMENTS } from './style.ts';
import type { HeldBack } from './values.ts';

const SAFE = new Set(['http:', 'https:', 'mailto:']);

/** The address of a link, or null unless it is a web page or an email address. */
const destination = (href: string): string | null => {
  const url = URL.parse(href.trim());
  return url && SAFE.has(url.protocol) ? url.href : null;
};

/** Whether a paragraph is one link and nothing else. */
const isLinkAlone = ({ children }: Token): boolean =>
  children?.[0]?.type === 'link_open' &&
  children.at(-1)?.type === 'link_close' &&
  children.filter(({ type }) => type === 'link_open').length === 1;

/** Puts a button into a table cell instead of a paragraph: Outlook fills nothing else with colour. */
const around =
  (html: string): RendererRule =>
  (tokens, index, options, _env, renderer) =>
    tokens[index]?.meta?.button ? html : renderer.renderToken(tokens, index, options);

/** Its rules return strings, so they use markdown-it’s own escaping rather than `hono/html`. */
const createMarkdown = ({ putIn }: HeldBack) => {
  const markdown = new MarkdownIt({ html: false, breaks: true });
  const { escapeHtml } = markdown.utils;
  markdown.disable('image');
  // Values are put into addresses afterwards, and checked then.
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

const addStyle = (token: Token, appearance = ELEMENTS[token.tag]): void => {
  if (!appearance || token.nesting < 0) return;
  token.attrSet('style', appearance.style);
  if (appearance.class) token.attrSet('class', appearance.class);
};

const setDestination = (link: Token, { putIn }: HeldBack): void => {
  const href = destination(putIn(`${link.attrGet('href') ?? ''}`));
  link.attrs = null;
  if (href) link.attrSet('href', href);
};

/** Renders Markdown as HTML for email apps and puts the held-back values in. The first link on its own line becomes a button. */
export const toHtml = (text: string, values: HeldBack): string => {
  const markdown = createMarkdown(values);
  const tokens = markdown.parse(text, {});
  const button = tokens.find(isLinkAlone);
  tokens.forEach((token, index) => {
    addStyle(token);
    for (const part of token.children ?? []) {
      if (part.type === 'link_open') setDestination(part, values);
      addStyle(part, part.type === 'link_open' && token === button ? BUTTON.link : undefined);
    }
    if (token !== button) return;
    for (const paragraph of [tokens[index - 1], tokens[index + 1]])
      if (paragraph) paragraph.meta = { button: true };
  });
  return markdown.renderer.render(tokens, markdown.options, {});
};
