import { Liquid } from 'liquidjs';
import type { Facts } from './facts.ts';
import { manyLines } from './text.ts';
import { type HeldBack, holdBack } from './values.ts';

/** Generous for what people write, too small to do harm. */
const LIMITS = { parseLimit: 50_000, renderLimit: 500, memoryLimit: 5_000_000 };

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
  // There are no other templates to include.
  for (const tag of ['include', 'render', 'layout', 'block']) delete liquid.tags[tag];
  return liquid;
};

/** Keeps values from outside from looking like values that are held back. */
const clean = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? manyLines(value) : value;

/**
 * Fills in a template. Marks stand in the text for the values; `values.putIn` replaces them.
 * @throws LiquidError with the line of the error
 */
export const fillIn = (template: string, facts: Facts): { text: string; values: HeldBack } => {
  const values = holdBack();
  const scope: object = JSON.parse(JSON.stringify(facts), clean);
  const text: string = createLiquid(values.hold).parseAndRenderSync(manyLines(template), scope);
  return { text: values.dropDoubleStops(text), values };
};
