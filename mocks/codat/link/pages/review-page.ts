import { html } from 'hono/html';
import type { Paths } from '../paths.ts';
import type { Chosen, Visit } from '../session/visit.ts';
import type { Html } from './document.ts';
import { journeyPage } from './journey-page.ts';
import { INVITER, logo, name, postButton } from './parts.ts';

const SHARED_DATA = [
  ['Company', 'Name, registration and tax numbers, currency'],
  ['Suppliers and bills', 'Who you buy from, what you owe and when'],
  ['Bill payments', 'What you paid, when and from which account'],
  ['Customers and invoices', 'Who you sell to, what they owe and when'],
  ['Chart of accounts', 'Your accounts and balances'],
] as const;

const dataList = html`<dl class="data">${SHARED_DATA.map(
  ([what, detail]) => html`<div><dt>${what}</dt><dd>${detail}</dd></div>`,
)}</dl>`;

const promises = (software: string): Html => html`<ul class="promises">
    <li><strong>Read only.</strong> Nothing in ${software} changes.</li>
    <li><strong>Your password stays with you.</strong> You sign in on ${software}’s own page. Neither ${INVITER} nor Codat sees your password.</li>
    <li><strong>Only ${INVITER} sees this data.</strong> It stays up to date until you stop sharing.</li>
    <li><strong>You can stop at any time,</strong> in ${software} or by asking ${INVITER}.</li>
  </ul>`;

/** What the customer shares and who with, for them to agree to. */
export const reviewPage = (visit: Visit, { integration }: Chosen, paths: Paths): Html => {
  const to = paths.session(visit.session.id);
  return journeyPage({
    visit,
    paths,
    step: 3,
    title: 'Review what you share',
    content: html`<p class="chosen">${logo(integration)} ${integration.name} <a href="${to('software')}">Change</a></p>
      <h1>Review what you share</h1>
      <p class="lead">${name(visit.company.name)} will share this ${integration.name} data with ${INVITER}:</p>
      ${dataList}
      ${promises(integration.name)}
      <div class="actions">
        ${postButton({ action: to('consent'), label: 'Agree and continue', kind: 'primary' })}
        <a class="button plain" href="${to('software')}">Back</a>
        ${postButton({ action: to('leave'), label: 'Decline', kind: 'quiet' })}
      </div>`,
  });
};
