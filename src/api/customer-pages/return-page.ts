import { html } from 'hono/html';
import type { Software, WorkspaceSettings } from '../../database/schema/index.ts';
import { type FailureReason, failureMessage } from '../../journey/failure-reasons.ts';
import { type Html, htmlDocument } from './document.ts';
import { contact, continueButton, name, statusIcon, whatYouNeed } from './parts.ts';
import type { Visit } from './visit.ts';

/** For a customer who returns with a success that Codat confirms. */
export const welcomePage = ({ customer, software, sender, workspace }: Visit): Html =>
  htmlDocument({
    title: 'You’re connected',
    workspace,
    children: html`${statusIcon('good', '✓')}
<h1>You’re connected</h1>
<p class="lead"><strong>${name(customer.name)}</strong> now shares its ${software?.name ?? 'accounting'} data with us. You can close this page.</p>
${contact(sender, workspace)}`,
  });

/** For a customer who returns with a success that Codat hasn’t confirmed yet. */
export const confirmingPage = ({ sender, workspace }: Visit, address: string): Html =>
  htmlDocument({
    title: 'Thank you',
    workspace,
    children: html`${statusIcon('calm', '…')}
<h1>Thank you</h1>
<p class="lead">We’re confirming your connection with Codat, which can take a few minutes. You can close this page. We’ll be in touch if anything’s missing.</p>
<p><a href="${address}">Check again</a></p>
${contact(sender, workspace)}`,
  });

/** For a visitor we can’t identify. Claims neither success nor failure. */
export const neutralPage = (workspace: WorkspaceSettings): Html =>
  htmlDocument({
    title: 'Welcome back',
    workspace,
    children: html`${statusIcon('calm', '✓')}
<h1>Welcome back</h1>
<p class="lead">Thank you. If you’ve finished, you can close this page. If something went wrong, open your link again or contact the sender.</p>
${contact(null, workspace)}`,
  });

/** Reasons that the customer can’t fix, so the page doesn’t list what they need. */
const BEYOND_THE_CUSTOMER: ReadonlySet<FailureReason> = new Set<FailureReason>([
  'unsupported',
  'software_error',
]);

type Failed = { visit: Visit; reason: FailureReason; software: Software | null; link: string };

/** For a customer whose attempt failed: what went wrong, what to do, and who to contact. */
export const failedPage = ({ visit, reason, software, link }: Failed): Html => {
  const { title, advice, retryHelps } = failureMessage(reason, software?.name ?? null);
  return htmlDocument({
    title,
    workspace: visit.workspace,
    children: html`${statusIcon('warn', '!')}
<h1>${title}</h1>
<p class="lead">${advice}</p>
${software && !BEYOND_THE_CUSTOMER.has(reason) && whatYouNeed(software)}
${
  retryHelps
    ? continueButton({ action: link, label: 'Try again' })
    : html`<p><a class="button" href="${link}">Go back</a></p>`
}
${contact(visit.sender, visit.workspace)}`,
  });
};
