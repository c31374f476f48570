import { html } from 'hono/html';
import type { Software, WorkspaceSettings } from '../../database/schema/index.ts';
import { type FailureReason, failureWords } from '../../journey/failure-reasons.ts';
import { type Html, htmlDocument } from './document.ts';
import { contact, continueButton, haveReady, name, sign } from './parts.ts';
import type { Visit } from './visit.ts';

/** For someone who comes back with a success that Codat confirms. */
export const welcomePage = ({ customer, software, sender, workspace }: Visit): Html =>
  htmlDocument({
    title: 'Welcome back',
    workspace,
    children: html`${sign('good', '✓')}
<h1>Welcome back: you’re connected</h1>
<p class="lead"><strong>${name(customer.name)}</strong> shares ${software?.name ?? 'its accounting software'} with us now. There is nothing more to do; you can close this page.</p>
${contact(sender, workspace)}`,
  });

/** For someone who comes back with a success that Codat does not confirm yet. */
export const checkingPage = ({ sender, workspace }: Visit, address: string): Html =>
  htmlDocument({
    title: 'Welcome back',
    workspace,
    children: html`${sign('calm', '…')}
<h1>Welcome back. Thank you, we are checking</h1>
<p class="lead">Codat has not confirmed the connection to us yet, which can take a few minutes. You can close this page: we tell you if anything is missing.</p>
<p><a href="${address}">Check again</a></p>
${contact(sender, workspace)}`,
  });

/** For someone of whom nothing is known. It says neither that it worked nor that it did not. */
export const neutralPage = (workspace: WorkspaceSettings): Html =>
  htmlDocument({
    title: 'Welcome back',
    workspace,
    children: html`${sign('calm', '✓')}
<h1>Welcome back</h1>
<p class="lead">Thank you. If you have finished, there is nothing more to do, and you can close this page. If something went wrong, open the link you received once more, or ask whoever sent it to you.</p>
${contact(null, workspace)}`,
  });

/** What to have ready helps with all but these. */
const OUT_OF_HAND: ReadonlySet<FailureReason> = new Set<FailureReason>([
  'unsupported',
  'software_error',
]);

type Failed = { visit: Visit; reason: FailureReason; software: Software | null; link: string };

/** For someone whose attempt failed: what went wrong, what to do, and whom to call. */
export const failedPage = ({ visit, reason, software, link }: Failed): Html => {
  const { title, advice, retryHelps } = failureWords(reason, software?.name ?? null);
  return htmlDocument({
    title,
    workspace: visit.workspace,
    children: html`${sign('warn', '!')}
<h1>${title}</h1>
<p class="lead">${advice}</p>
${software && !OUT_OF_HAND.has(reason) && haveReady(software)}
${
  retryHelps
    ? continueButton({ action: link, label: 'Try again' })
    : html`<p><a href="${link}">Back to your link</a></p>`
}
${contact(visit.sender, visit.workspace)}`,
  });
};
