import { Liquid } from 'liquidjs';
import { manyLines } from './text.ts';
import { type HeldBack, holdBack } from './values.ts';

/**
 * Generous for what people write, too small to do harm: characters of a template, milliseconds to fill it in, and
 * characters and list entries that its filters, lists and ranges make on the way.
 * https://liquidjs.com/tutorials/dos.html
 */
const LIMITS = { parseLimit: 50_000, renderLimit: 500, memoryLimit: 100_000 };

/** In characters, before the values are put in. What comes after takes longer the longer the text is. */
const LONGEST_TEXT = 30_000;

/** The tags that emails need. What is missing has no use in them, or would load other templates. */
const TAGS = new Set([
  ...['if', 'unless', 'case', 'for', 'break', 'continue'],
  ...['assign', 'capture', 'comment', 'raw', '#'],
]);

/** A template whose text grows too long when it is filled in. */
export class TextTooLong extends Error {
  constructor() {
    super(`Filled in, the text is longer than ${LONGEST_TEXT.toLocaleString('en-GB')} characters`);
  }
}

export const createLiquid = (hold: HeldBack['hold']): Liquid => {
  const liquid = new Liquid({
    ...LIMITS,
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    templates: {},
    outputEscape: hold,
  });
  // It would put a value into the text without holding it back.
  delete liquid.filters.raw;
  for (const tag of Object.keys(liquid.tags)) if (!TAGS.has(tag)) delete liquid.tags[tag];
  return liquid;
};

/** Keeps values from outside from looking like values that are held back. */
const clean = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? manyLines(value) : value;

/**
 * Fills in a template. Marks stand in the text for the values; `values.putIn` replaces them.
 * @throws LiquidError with the line of the error, `TextTooLong`
 */
export const fillIn = (template: string, facts: object): { text: string; values: HeldBack } => {
  const values = holdBack();
  const scope: object = JSON.parse(JSON.stringify(facts), clean);
  const text: string = createLiquid(values.hold).parseAndRenderSync(manyLines(template), scope);
  if (text.length > LONGEST_TEXT) throw new TextTooLong();
  return { text: values.dropDoubleStops(text), values };
};
