import { compose } from '../../email/compose.ts';
import { EXAMPLE_FACTS } from '../../email/placeholders.ts';
import { type Rendered, renderEmail } from '../../email/render.ts';
import type { EmailTemplate } from '../../journey/outreach.ts';
import { contextOf, draftFor, findCustomer, sampleLink } from '../emails/plan.ts';
import { NO_SMTP, Problem } from '../http/problem.ts';
import type { ApiRequest } from '../kit/request.ts';
import type { TemplateContent } from './bodies.ts';
import { assertValid } from './resource.ts';

/** Renders content as an email to a customer, or to a sample one. @throws Problem 422 when the content is invalid */
export const previewTemplate = async (
  request: ApiRequest,
  template: EmailTemplate,
  content: TemplateContent,
  customerId?: string,
): Promise<Rendered> => {
  assertValid(template, content);
  const context = await contextOf(request);
  if (customerId) {
    const customer = await findCustomer(request, customerId);
    return compose(draftFor(customer, { template }), context, sampleLink(request), content);
  }
  const { agent, sender } = context;
  return renderEmail(content, {
    ...EXAMPLE_FACTS,
    agent,
    sender,
    link: { url: sampleLink(request) },
  });
};

/**
 * Sends content as a test email to the person who made the request, and to nobody else.
 * @throws Problem 409 without SMTP, 502 with the mail server’s explanation when it rejects the email
 */
export const sendTest = async (
  request: ApiRequest,
  template: EmailTemplate,
  content: TemplateContent,
) => {
  const { mailer } = request.ports;
  if (!mailer) throw new Problem(409, NO_SMTP);
  const { name, email } = request.person;
  const outcome = await mailer.send({
    id: crypto.randomUUID(),
    to: { name, address: email },
    replyTo: email,
    ...(await previewTemplate(request, template, content)),
  });
  if (!outcome.sent) throw new Problem(502, `The mail server rejected it: ${outcome.problem}`);
  return { to: email };
};
