import { Hono } from 'hono';
import { z } from 'zod';
import { bodyOf } from './api/forms.ts';
import type { HurriedSchedule } from './hurry.ts';
import { type Troubles, troubleForm } from './troubles.ts';
import type { Webhooks } from './webhooks.ts';

const change = z.object({
  hurry: z
    .number()
    .min(1, 'must be at least 1')
    .max(1_000_000, 'must be at most 1000000')
    .optional(),
  /** null ends the trouble there is. */
  trouble: troubleForm.nullable().optional(),
});

export type Controlled = { schedule: HurriedSchedule; troubles: Troubles; webhooks: Webhooks };

/** What a person can ask of the sandbox while it runs, and how it stands. */
export const controlRoutes = ({ schedule, troubles, webhooks }: Controlled): Hono => {
  const state = () => ({
    hurry: schedule.hurry(),
    trouble: troubles.current(),
    givenUpWebhooks: webhooks.givenUp.length,
  });
  return new Hono()
    .get('/', (context) => context.json(state()))
    .patch('/', async (context) => {
      const { hurry, trouble } = await bodyOf(context, change);
      if (hurry !== undefined) schedule.setHurry(hurry);
      if (trouble) troubles.start(trouble);
      if (trouble === null) troubles.stop();
      return context.json(state());
    });
};
