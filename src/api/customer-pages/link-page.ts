import { html } from 'hono/html';
import { failureWords } from '../../journey/failure-reasons.ts';
import { type Html, htmlDocument } from './document.ts';
import { contact, continueButton, haveReady, name, questions, SAFETY } from './parts.ts';
import type { Visit } from './visit.ts';

type Shown = Omit<Visit, 'link' | 'customer'> & {
  customer: Pick<Visit['customer'], 'name' | 'journeyKind' | 'connectionId' | 'failureReason'>;
};

/** What lies before the customer. Once software is chosen, Codat leads straight on to it. */
const stepsOf = ({ customer, software }: Shown): string[] => {
  const signIn = `Log in to ${software?.name ?? 'your software'}, in a new tab, and approve`;
  const finish = 'Come back to the first tab and finish';
  return customer.connectionId && software
    ? [signIn, finish]
    : ['Choose your software from the list', 'Review which data you share', signIn, finish];
};

/** Tells someone who tried before what came of it, and how to get past it. Whoever is to help did not try. */
const lastTry = ({ customer, software, recipient }: Shown): Html | null => {
  if (!customer.failureReason || (recipient ?? 'main') !== 'main') return null;
  const { title, advice } = failureWords(customer.failureReason, software?.name ?? null);
  return html`<section class="notice" aria-labelledby="last-try"><h2 id="last-try">Last time: ${title}</h2><p>${advice}</p></section>`;
};

const introduction = ({ customer, software }: Shown): Html =>
  customer.journeyKind === 'reconnect'
    ? html`<h1>Connect ${software?.name ?? 'your accounting software'} again</h1>
<p class="lead">For <strong>${name(customer.name)}</strong>. The connection has ended; logging in once more restores it.</p>`
    : html`<h1>Connect your accounting software</h1>
<p class="lead">For <strong>${name(customer.name)}</strong>. It usually takes under 30 minutes, often in one go.</p>`;

/** What a tracked link shows: what will happen, what it takes, and one button. */
export const linkPage = (visit: Shown, action: string): Html =>
  htmlDocument({
    title: 'Connect your accounting software',
    workspace: visit.workspace,
    children: html`${introduction(visit)}
${lastTry(visit)}
<ol class="steps">${stepsOf(visit).map((step) => html`<li>${step}</li>`)}</ol>
${visit.software && haveReady(visit.software)}
${continueButton({ action, label: 'Continue to Codat' })}
<p class="after">You are taken to Codat, who connects us to your software. Not an administrator of it? Forward your link to whoever is.</p>
${SAFETY}`,
    aside: html`${questions()}${contact(visit.sender, visit.workspace)}`,
  });
