import { LiquidError } from 'liquidjs';
import { EMAIL_TEMPLATE_FACTS, type EmailTemplate } from '../journey/outreach.ts';
import { createLiquid, TextTooLong } from './liquid.ts';
import { BARE_FACTS, EXAMPLE_FACTS, PLACEHOLDERS } from './placeholders.ts';
import { renderEmail, type TemplateText } from './render.ts';

const KNOWN = new Set(PLACEHOLDERS.map(({ name }) => name));
const LINK = 'link.url';

/** `software.ready.size` refers to `software.ready`, which is a placeholder; `software` alone isn’t one. */
const isKnown = (path: readonly unknown[]): boolean =>
  path.some((_, index) => KNOWN.has(path.slice(0, index + 1).join('.')));

type Used = { path: string[]; line: number };

const placeholdersIn = (text: string): Used[] => {
  const liquid = createLiquid(String);
  return Object.values(liquid.analyzeSync(liquid.parse(text)).globals)
    .flat()
    .map(({ segments, location }) => ({ path: segments.map(String), line: location.row }));
};

const unknownIn = (text: string): string | null => {
  const unknown = placeholdersIn(text).find(({ path }) => !isKnown(path));
  if (!unknown) return null;
  const all = [...KNOWN].join(', ');
  return `Line ${unknown.line}: unknown placeholder “${unknown.path.join('.')}”. Available: ${all}.`;
};

/** What is wrong with a template that can’t be filled in, in a sentence. Null for other errors. */
export const templateFault = (error: unknown): string | null => {
  if (error instanceof TextTooLong) return `${error.message}.`;
  if (!LiquidError.is(error)) return null;
  const [line = 1] = error.token?.getPosition() ?? [];
  const [what = ''] = error.originalError?.message.split(', line:') ?? [error.message];
  return `Line ${line}: ${what.split(', line:')[0]}.`;
};

const faultOf = (error: unknown): string => {
  const fault = templateFault(error);
  if (!fault) throw error;
  return fault;
};

/** The error in one text, or null. */
const faultIn = (text: string): string | null => {
  try {
    return unknownIn(text);
  } catch (error) {
    return faultOf(error);
  }
};

/** The email at both extremes, or the error that shows only then, such as an unknown field of a list’s entry. */
const fill = (text: TemplateText): { html: string; url: string }[] | string => {
  try {
    return [EXAMPLE_FACTS, BARE_FACTS].map((facts) => ({
      html: renderEmail(text, facts).html,
      url: facts.link.url,
    }));
  } catch (error) {
    return faultOf(error);
  }
};

/** The errors in a template’s subject and body, a sentence for each; an empty object for a valid template. */
export const checkTemplate = (
  template: EmailTemplate,
  text: TemplateText,
): Partial<Record<keyof TemplateText, string>> => {
  const [subject, body] = [faultIn(text.subject), faultIn(text.body)];
  if (subject || body) return { ...(subject && { subject }), ...(body && { body }) };
  const filled = fill(text);
  if (typeof filled === 'string') return { body: filled };
  // Every recipient gets the link: a template may use it for some only, or change it.
  const usesLink = filled.every(({ html, url }) => html.includes(url));
  if (EMAIL_TEMPLATE_FACTS[template].carriesLink && !usesLink)
    return {
      body: `Add {{ ${LINK} }} so that every recipient gets the link.`,
    };
  return {};
};
