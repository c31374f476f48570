import { html } from 'hono/html';
import type { Integration } from '../../integrations.ts';
import { failuresOf, messageOf } from '../failure-messages.ts';
import type { Paths } from '../paths.ts';
import type { Chosen, Visit } from '../session/visit.ts';
import { type Html, htmlDocument } from './document.ts';
import { INVITER, name } from './parts.ts';
import { licenceKeyOf } from './waiting-page.ts';

const field = (id: string, label: string, value: string): Html =>
  html`<label for="${id}">${label}</label><input id="${id}" value="${value}" readonly autocomplete="off">`;

const cloudForm = (action: string, { name }: Integration): Html => html`<h1>Sign in to ${name}</h1>
    <p class="second">Already filled in. Never enter a real password here.</p>
    ${field('user', 'Username', 'pretend@customer.example')}
    ${field('secret', 'Password', '••••••••••')}
    <h2>${INVITER} wants to read your data</h2>
    <p class="second">Invoices, bills, payments and accounts. It can’t change anything.</p>
    <form method="post" action="${action}" class="actions">
      <button class="button software" name="outcome" value="approve">Allow access</button>
      <button class="button plain" name="outcome" value="cancelled">Deny</button>
    </form>`;

const connectorForm = (
  action: string,
  { name }: Integration,
  connectionId: string,
): Html => html`<h1>Connector for ${name}</h1>
    <p class="second">Stands in for the installer the customer would run.</p>
    ${field('key', 'Licence key', licenceKeyOf(connectionId))}
    ${field('file', 'Company file', 'C:\\Accounts\\Customer')}
    <h2>${name}: allow the connector to read the company file?</h2>
    <p class="second">On behalf of ${INVITER}, even when ${name} is closed.</p>
    <form method="post" action="${action}" class="actions">
      <button class="button software" name="outcome" value="approve">Yes, always</button>
      <button class="button plain" name="outcome" value="cancelled">No, stop</button>
    </form>`;

const failureChoices = (action: string, { isOfflineConnector }: Integration): Html =>
  html`<form method="post" action="${action}">
    <fieldset>
      <legend>Simulate an error</legend>
      <p class="second">What should go wrong?</p>
      ${failuresOf(isOfflineConnector).map(
        (failure, index) =>
          html`<label class="choice"><input type="radio" name="outcome" value="${failure}"${index === 0 ? html` checked` : ''}> ${messageOf(failure).choice}</label>`,
      )}
      <button class="button plain">Simulate error</button>
    </fieldset>
  </form>`;

/** Stands in for the software's own sign-in page, in the second tab. Looks like the software, not like Link. */
export const signInPage = (
  visit: Visit,
  { connection, integration }: Chosen,
  paths: Paths,
): Html => {
  const action = paths.session(visit.session.id)('sign-in');
  return htmlDocument({
    title: integration.isOfflineConnector ? 'Connector' : `Sign in to ${integration.name}`,
    paths,
    bodyClass: `software-page software-${integration.key}`,
    body: html`<header class="band"><p>${integration.name}</p></header>
      <div class="two">
        <main class="card">
          ${
            integration.isOfflineConnector
              ? connectorForm(action, integration, connection.id)
              : cloudForm(action, integration)
          }
          <p class="second">Company: ${name(visit.company.name)}</p>
        </main>
        <aside class="card simulate" aria-label="Simulate an error">${failureChoices(action, integration)}</aside>
      </div>`,
  });
};
