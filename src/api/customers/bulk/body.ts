import { z } from '@hono/zod-openapi';
import { CLOSE_REASONS } from '../../../common/event-types.ts';
import { instant } from '../../../journey/clock/instant-schema.ts';
import { labelsForm } from '../labels-form.ts';
import { pauseForms } from '../pause.ts';

/** With what undoes a change of as many, a request stays well below 1 MiB. */
export const MOST_AT_ONCE = 2000;

const TOO_MANY = `At most ${MOST_AT_ONCE.toLocaleString('en-GB')} customers at once.`;

const ids = z.array(z.string()).min(1, 'Select at least one customer.').max(MOST_AT_ONCE, TOO_MANY);

const selection = {
  ids: ids.optional(),
  filter: z.record(z.string(), z.unknown()).optional().openapi({
    description:
      'Instead of `ids`: every customer that `GET /api/customers` lists with this filter.',
  }),
  asOf: instant.optional().openapi({
    description: 'The `at` of a preview. Skips customers with an event since.',
  }),
  dryRun: z.boolean().optional().openapi({ description: 'Changes nothing, only says what would.' }),
};

const person = z.string().nullable();

/** What of a customer can be undone: the fields that a change set. */
const state = z
  .strictObject({
    assigneeId: person,
    accountManagerId: person,
    ...pauseForms,
    labels: labelsForm,
    closedAt: instant.nullable(),
  })
  .partial();
export type State = z.output<typeof state>;

const action = <A extends string, F extends z.ZodRawShape>(name: A, fields: F) =>
  z.strictObject({ action: z.literal(name), ...selection, ...fields });

const restore = z.strictObject({
  action: z.literal('restore'),
  changes: z
    .array(z.strictObject({ ids, is: state, was: state }))
    .min(1)
    .max(MOST_AT_ONCE, TOO_MANY),
  dryRun: selection.dryRun,
});
export type Restore = z.output<typeof restore>;

/** One change to many customers, who are named by their IDs or by a filter. `restore` undoes another. */
export const bulkChange = z
  .discriminatedUnion('action', [
    action('assign', { assigneeId: person }),
    action('manager', { accountManagerId: person }),
    action('snooze', { snoozedUntil: pauseForms.snoozedUntil }),
    action('wait', {
      waitingFor: pauseForms.waitingFor.unwrap(),
      waitingUntil: pauseForms.waitingUntil.default(null),
      waitingNote: pauseForms.waitingNote.default(null),
    }),
    action('close', { reason: z.enum(CLOSE_REASONS) }),
    action('tag', { add: labelsForm.default([]), remove: labelsForm.default([]) }),
    restore,
  ])
  .refine(
    (body) => body.action === 'restore' || (body.ids === undefined) !== (body.filter === undefined),
    { path: ['ids'], message: 'Name the customers by either ids or filter.' },
  )
  .refine((body) => body.action !== 'tag' || body.add.length + body.remove.length > 0, {
    path: ['add'],
    message: 'Enter at least one tag.',
  });
export type BulkChange = z.output<typeof bulkChange>;

type Requested = Exclude<z.input<typeof bulkChange>, { action: 'restore' }>;
type WithoutSelection<R> = R extends Requested ? Omit<R, keyof typeof selection> : never;

/** What is done to each of many customers. */
export type ChangeOfEach = WithoutSelection<Requested>;

export const SKIP_REASONS = [
  'unknown',
  'deleted',
  'closed',
  'already',
  'changed_since',
  'too_many_tags',
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

const named = z.object({ id: z.string(), name: z.string() });

export const bulkAnswer = z.object({
  /** When it was done or previewed. */
  at: instant,
  changed: z.number(),
  /** Those who are changed. Empty when the request is repeated. */
  customers: z.array(named),
  skipped: z.array(
    z.object({ id: z.string(), name: z.string().nullable(), reason: z.enum(SKIP_REASONS) }),
  ),
  /** The body of a request that undoes it, as far as nobody has changed it since. */
  undo: restore.nullable(),
});
export type BulkAnswer = z.output<typeof bulkAnswer>;
