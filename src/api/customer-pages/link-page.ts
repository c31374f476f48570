import { html } from 'hono/html';
import { failureMessage } from '../../journey/failure-reasons.ts';
import { type Html, htmlDocument } from './document.ts';
import { commonQuestions, contact, continueButton, name, SAFETY, whatYouNeed } from './parts.ts';
import type { Visit } from './visit.ts';

type Shown = Omit<Visit, 'link' | 'customer'> & {
  customer: Pick<Visit['customer'], 'name' | 'journeyKind' | 'connectionId' | 'failureReason'>;
};

/** The steps ahead. Once software is chosen, Codat’s link goes straight to it. */
const stepsOf = ({ customer, software }: Shown): string[] => {
  const signIn = `Sign in to ${software?.name ?? 'your software'} in a new tab and approve`;
  const finish = 'Return to this tab to finish';
  return customer.connectionId && software
    ? [signIn, finish]
    : ['Choose your software from the list', 'Review the data you’ll share', signIn, finish];
};

/** Why the last attempt failed and what to do. Only for the main contact: someone else we asked to help made no attempt. */
const lastAttempt = ({ customer, software, recipient }: Shown): Html | null => {
  if (!customer.failureReason || (recipient ?? 'main') !== 'main') return null;
  const { title, advice } = failureMessage(customer.failureReason, software?.name ?? null);
  const whatHappened =
    software && title.startsWith(software.name)
      ? title
      : title.charAt(0).toLowerCase() + title.slice(1);
  return html`<section class="notice" aria-labelledby="last-attempt"><h2 id="last-attempt">Last time: ${whatHappened}</h2><p>${advice}</p></section>`;
};

const introduction = ({ customer, software, workspace }: Shown): Html =>
  customer.journeyKind === 'reconnect'
    ? html`<h1>Reconnect ${software?.name ?? 'your accounting software'}</h1>
<p class="lead">The connection for <strong>${name(customer.name)}</strong> was lost. Sign in and approve again to restore it.</p>`
    : html`<h1>Connect your accounting software</h1>
<p class="lead">For <strong>${name(customer.name)}</strong>, so that ${name(workspace.senderName)} can read its accounting data. It usually takes less than 30 minutes.</p>`;

/** The page of a tracked link: what will happen, what the customer needs, and one button. */
export const linkPage = (visit: Shown, action: string): Html =>
  htmlDocument({
    title:
      visit.customer.journeyKind === 'reconnect'
        ? 'Reconnect your accounting software'
        : 'Connect your accounting software',
    workspace: visit.workspace,
    children: html`${introduction(visit)}
${lastAttempt(visit)}
<ol class="steps">${stepsOf(visit).map((step) => html`<li>${step}</li>`)}</ol>
${visit.software && whatYouNeed(visit.software)}
${continueButton({ action, label: 'Continue securely with Codat' })}
<p class="after">Codat connects us to your software. Not an admin? Forward this link to someone who is.</p>
${SAFETY}`,
    aside: html`${commonQuestions()}${contact(visit.sender, visit.workspace)}`,
  });
