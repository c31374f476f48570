import { LiquidError } from 'liquidjs';
import { EMAIL_TEMPLATE_FACTS, type EmailTemplate } from '../journey/outreach.ts';
import { createLiquid } from './liquid.ts';
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

const faultOf = (error: unknown): string => {
  if (!LiquidError.is(error)) throw error;
  const [line = 1] = error.token?.getPosition() ?? [];
  const [what = ''] = error.originalError?.message.split(', line:') ?? [error.message];
  return `Line ${line}: ${what.split(', line:')[0]}.`;
};

/** The error in one text, or null. */
const faultIn = (text: string): string | null => {
  try {
    return unknownIn(text);
  } catch (error) {
    return faultOf(error);
  }
};

/** The error that shows only when they are filled in, such as an unknown field of a list’s entry. */
const faultWhenFilled = (text: TemplateText): string | null => {
  try {
    for (const facts of [EXAMPLE_FACTS, BARE_FACTS]) renderEmail(text, facts);
    return null;
  } catch (error) {
    return faultOf(error);
  }
};

/** Whether every recipient gets the link: a template may use it for some only, or change it. */
const usesLink = (text: TemplateText): boolean =>
  [EXAMPLE_FACTS, BARE_FACTS].every((facts) =>
    renderEmail(text, facts).html.includes(facts.link.url),
  );

/** The errors in a template’s subject and body, a sentence for each; an empty object for a valid template. */
export const checkTemplate = (
  template: EmailTemplate,
  text: TemplateText,
): Partial<Record<keyof TemplateText, string>> => {
  const [subject, body] = [faultIn(text.subject), faultIn(text.body)];
  if (subject || body) return { ...(subject && { subject }), ...(body && { body }) };
  const whenFilled = faultWhenFilled(text);
  if (whenFilled) return { body: whenFilled };
  if (EMAIL_TEMPLATE_FACTS[template].carriesLink && !usesLink(text))
    return {
      body: `Add {{ ${LINK} }} so that every recipient gets the link.`,
    };
  return {};
};
