import { z } from '@hono/zod-openapi';
import { queue } from '../../database/metrics/queue.ts';
import { STAGES } from '../../journey/stages.ts';
import { PRIORITIES } from '../../journey/stuck.ts';
import { metric } from './metric.ts';
import { answerNow, count } from './schemas.ts';

const queueGroup = z.object({
  priority: z.enum(PRIORITIES),
  stage: z.enum(STAGES),
  software: z.string().nullable(),
  softwareName: z.string().nullable(),
  count,
});

export const queueMetric = metric({
  definition: 'Customers who are stuck now, by priority, stage and software.',
  query: z.strictObject({}),
  answer: answerNow.extend({ groups: z.array(queueGroup) }),
  compute: async (database, _, asked) => ({ groups: await queue(database, asked) }),
});
