import { Liquid } from 'liquidjs';
import type { Facts } from './facts.ts';
import { type HeldBack, holdBack } from './values.ts';

/** Generous for what people write, and too little to do harm with. */
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
  // It would let a value through without being held back.
  delete liquid.filters.raw;
  // There is no other template to bring in.
  for (const tag of ['include', 'render', 'layout', 'block']) delete liquid.tags[tag];
  return liquid;
};

/**
 * Fills in a template. The values are not in the text yet: `values.putIn` puts them there.
 * @throws LiquidError with the line of what is wrong
 */
export const fillIn = (template: string, facts: Facts): { text: string; values: HeldBack } => {
  const values = holdBack();
  const text: string = createLiquid(values.hold).parseAndRenderSync(template, facts);
  return { text, values };
};
