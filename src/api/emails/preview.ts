import { z } from '@hono/zod-openapi';
import { compose } from '../../email/compose.ts';
import { loadLastSent, OBSTACLES, obstacleTo } from '../../email/obstacle.ts';
import type { ApiRequest } from '../kit/request.ts';
import type { NewEmail } from './bodies.ts';
import { contextOf, draftFor, findCustomer, sampleLink } from './plan.ts';

export const obstacleCode = z.enum(OBSTACLES);

export const emailPreview = z.object({
  toName: z.string().nullable(),
  toEmail: z.string().nullable(),
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  /** Why it shouldn’t be sent: `obstacle` is the code, `problem` the sentence. */
  obstacle: obstacleCode.nullable(),
  problem: z.string().nullable(),
});
export type EmailPreview = z.output<typeof emailPreview>;

/** Renders an email as it would be sent, with a placeholder link. @throws Problem 422 when the customer doesn’t exist */
export const previewEmail = async (request: ApiRequest, body: NewEmail): Promise<EmailPreview> => {
  const { database } = request.ports;
  const customer = await findCustomer(request, body.customerId);
  const draft = draftFor(customer, body, body.note ?? null);
  const obstacle = obstacleTo(draft, await loadLastSent(database, [customer.id], request.now));
  return {
    toName: draft.recipient.name,
    toEmail: draft.recipient.email,
    ...compose(draft, await contextOf(request), sampleLink(request)),
    obstacle: obstacle?.code ?? null,
    problem: obstacle?.sentence ?? null,
  };
};
