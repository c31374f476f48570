import { compose } from '../../email/compose.ts';
import { EXAMPLE_FACTS } from '../../email/placeholders.ts';
import { type Rendered, renderEmail, type TemplateText } from '../../email/render.ts';
import type { EmailTemplate } from '../../journey/outreach.ts';
import { contextOf, findCustomer, orderFor, sampleLink } from '../emails/plan.ts';
import { NO_SMTP, Problem } from '../http/problem.ts';
import type { ApiRequest } from '../kit/request.ts';
import { refuseFaults } from './resource.ts';

/** How words would look, filled in for a customer, or for a made-up one. @throws Problem 422 when they are faulty */
export const tryWords = async (
  request: ApiRequest,
  template: EmailTemplate,
  words: TemplateText,
  customerId?: string,
): Promise<Rendered> => {
  refuseFaults(template, words);
  const context = await contextOf(request);
  if (customerId) {
    const customer = await findCustomer(request.ports.database, customerId);
    return compose(orderFor(customer, { template }), context, sampleLink(request), words);
  }
  const { agent, sender } = context;
  return renderEmail(words, {
    ...EXAMPLE_FACTS,
    agent,
    sender,
    link: { url: sampleLink(request) },
  });
};

/**
 * Sends words as an e-mail to whoever asks, and nobody else.
 * @throws Problem 409 without SMTP, 502 with the words of the mail server when that refuses
 */
export const sendTrial = async (
  request: ApiRequest,
  template: EmailTemplate,
  words: TemplateText,
) => {
  const { mailer } = request.ports;
  if (!mailer) throw new Problem(409, NO_SMTP);
  const { name, email } = request.person;
  const outcome = await mailer.send({
    id: crypto.randomUUID(),
    to: { name, address: email },
    replyTo: email,
    ...(await tryWords(request, template, words)),
  });
  if (!outcome.sent) throw new Problem(502, `The mail server did not take it: ${outcome.problem}`);
  return { to: email };
};
