import { LiquidError } from 'liquidjs';
import { EMAIL_TEMPLATE_FACTS, type EmailTemplate } from '../journey/outreach.ts';
import { createLiquid } from './liquid.ts';
import { BARE_FACTS, EXAMPLE_FACTS, PLACEHOLDERS } from './placeholders.ts';
import { renderEmail, type Words } from './render.ts';

const KNOWN = new Set(PLACEHOLDERS.map(({ name }) => name));
const LINK = 'link.url';

/** `software.ready.size` is about `software.ready`, which is a placeholder; `software` alone is none. */
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
  return `Line ${unknown.line}: there is no placeholder ${unknown.path.join('.')}. There are: ${all}.`;
};

const faultOf = (error: unknown): string => {
  if (!LiquidError.is(error)) throw error;
  const [line = 1] = error.token?.getPosition() ?? [];
  const [what = ''] = error.originalError?.message.split(', line:') ?? [error.message];
  return `Line ${line}: ${what.split(', line:')[0]}.`;
};

/** What is wrong with one text, or null. */
const faultIn = (text: string): string | null => {
  try {
    return unknownIn(text);
  } catch (error) {
    return faultOf(error);
  }
};

/** What is wrong when they are filled in: a part of a list’s entry that there is not. */
const faultOnFilling = (words: Words): string | null => {
  try {
    for (const facts of [EXAMPLE_FACTS, BARE_FACTS]) renderEmail(words, facts);
    return null;
  } catch (error) {
    return faultOf(error);
  }
};

/** Whether it reaches every recipient: words may use it for some alone, or change it on the way. */
const usesLink = (words: Words): boolean =>
  [EXAMPLE_FACTS, BARE_FACTS].every((facts) =>
    renderEmail(words, facts).html.includes(facts.link.url),
  );

/** What is wrong with an e-mail’s words, a sentence for each of the two; an empty object when they are good. */
export const checkWords = (
  template: EmailTemplate,
  words: Words,
): Partial<Record<keyof Words, string>> => {
  const [subject, body] = [faultIn(words.subject), faultIn(words.body)];
  if (subject || body) return { ...(subject && { subject }), ...(body && { body }) };
  const onFilling = faultOnFilling(words);
  if (onFilling) return { body: onFilling };
  if (EMAIL_TEMPLATE_FACTS[template].carriesLink && !usesLink(words))
    return {
      body: `The customer’s link is missing, or not everyone gets it: put {{ ${LINK} }} where it belongs.`,
    };
  return {};
};
