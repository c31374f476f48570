import { Hono } from 'hono';
import { z } from 'zod';
import { bodyOf } from './api/forms.ts';
import { type Disruptions, disruptionForm } from './disruptions.ts';
import type { AcceleratedSchedule } from './time/accelerated-schedule.ts';
import type { Webhooks } from './webhooks.ts';

const change = z.object({
  speed: z
    .number()
    .min(1, 'must be at least 1')
    .max(1_000_000, 'must be at most 1000000')
    .optional(),
  /** null ends the current disruption. */
  disruption: disruptionForm.nullable().optional(),
});

export type Controlled = {
  schedule: AcceleratedSchedule;
  disruptions: Disruptions;
  webhooks: Webhooks;
};

/** Shows and changes the sandbox's settings while it runs. */
export const controlRoutes = ({ schedule, disruptions, webhooks }: Controlled): Hono => {
  const state = () => ({
    speed: schedule.speed(),
    disruption: disruptions.current(),
    givenUpWebhooks: webhooks.givenUp.length,
  });
  return new Hono()
    .get('/', (context) => context.json(state()))
    .patch('/', async (context) => {
      const { speed, disruption } = await bodyOf(context, change);
      if (speed !== undefined) schedule.setSpeed(speed);
      if (disruption) disruptions.start(disruption);
      if (disruption === null) disruptions.stop();
      return context.json(state());
    });
};
