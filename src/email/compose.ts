import type { Customer } from '../database/schema/index.ts';
import { contactIn } from '../journey/contacts.ts';
import { ALLOW_LIST_PORT, allowedHosts, guideOf } from '../journey/content/software.ts';
import { type FailureReason, failureMessage } from '../journey/failure-reasons.ts';
import { EMAIL_TEMPLATE_FACTS, type EmailTemplate } from '../journey/outreach.ts';
import { hasReached } from '../journey/stages.ts';
import { STEPS, stepStates } from '../journey/steps.ts';
import type { Context } from './context.ts';
import type { Facts, Standing } from './facts.ts';
import { firstNameOf } from './greeting/first-name.ts';
import type { Recipient } from './recipient.ts';
import { type Rendered, renderEmail, type TemplateText } from './render.ts';
import { oneLine } from './text.ts';

/** What an email is written from: who it is for, which template and who receives it. */
export type Draft = {
  customer: Customer;
  template: EmailTemplate;
  recipient: Recipient;
  note: string | null;
};

const explain = (reason: FailureReason, software: string | null): string => {
  const { title, advice } = failureMessage(reason, software);
  return `${title}. ${advice}`;
};

const factsOf = (draft: Draft, context: Context, linkUrl: string): Facts => {
  const { customer, recipient, note } = draft;
  const known = context.software.get(customer.software ?? '');
  const guide = guideOf(customer.software);
  const firstName = firstNameOf(recipient.name, customer.name);
  return {
    greeting: firstName ? `Hello ${firstName}` : 'Hello',
    contact: { name: recipient.name, firstName },
    mainContact: { name: oneLine(contactIn(customer, 'main')?.name ?? '') || null },
    customer: { name: oneLine(customer.name), started: hasReached(customer.stage, 'opened') },
    agent: context.agent,
    sender: context.sender,
    software: {
      name: known?.name ?? null,
      ready: known?.ready ?? [],
      onPremise: known?.onPremise ?? false,
      fileUpload: known?.fileUpload ?? false,
    },
    guide: {
      url: known?.guideUrl ?? null,
      steps: [...(guide?.steps ?? [])],
      pitfalls: [...(guide?.pitfalls ?? [])],
    },
    link: { url: linkUrl },
    reason: customer.failureReason && explain(customer.failureReason, known?.name ?? null),
    allowList: { hosts: allowedHosts(customer.software), port: ALLOW_LIST_PORT },
    note,
  };
};

/** The customer’s progress, for emails that carry the link. */
const standingOf = ({ customer, template }: Draft): Standing | null => {
  if (!EMAIL_TEMPLATE_FACTS[template].carriesLink) return null;
  const steps = stepStates(customer, STEPS);
  const done = steps.filter((step) => step === 'done' || step === 'connected').length;
  if (done === 0) return { steps, sentence: `${STEPS.length} steps to go` };
  const sentence = `${done} of ${STEPS.length} steps done`;
  return {
    steps,
    sentence: steps.includes('failed') ? `${sentence}. The next step needs attention.` : sentence,
  };
};

/** Writes an email from its template or the given text. @throws LiquidError for text that can’t be filled in */
export const compose = (
  draft: Draft,
  context: Context,
  linkUrl: string,
  text: TemplateText = context.texts[draft.template],
): Rendered => renderEmail(text, factsOf(draft, context, linkUrl), standingOf(draft));
