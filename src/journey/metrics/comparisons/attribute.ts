import { z } from 'zod';
import { instant } from '../../clock/instant-schema.ts';

/** What we know of customers, some of which may go with drop-off. */
export const ATTRIBUTES = [
  'software',
  'complexity',
  'accountManagerId',
  /** Of the invitation. */
  'channel',
  'invitedById',
  /** The team’s own. */
  'label',
  /** Codat’s, such as `region: north`. */
  'tag',
  /** Whether the company has a parent: `yes`, or nothing. */
  'subsidiary',
] as const;
export type Attribute = (typeof ATTRIBUTES)[number];

/**
 * A filter of customers by an attribute, of those who have chosen their software and whose first journey began from one
 * instant, inclusive, to another, exclusive.
 */
export const attributeFilter = z.strictObject({
  from: instant,
  to: instant,
  software: z.string().min(1).max(200).optional(),
  name: z.enum(ATTRIBUTES),
  /** Null is the value of those who have none. */
  value: z.string().max(2000).nullable(),
});
export type AttributeFilter = z.output<typeof attributeFilter>;
