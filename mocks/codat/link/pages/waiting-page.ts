import { html } from 'hono/html';
import { softwareOf } from '../../../../src/journey/content/software.ts';
import type { Integration } from '../../integrations.ts';
import type { Paths } from '../paths.ts';
import type { Chosen, Visit } from '../session/visit.ts';
import type { Html } from './document.ts';
import { journeyPage } from './journey-page.ts';
import { bullets, logo, postButton } from './parts.ts';

/** Leaves the waiting page as soon as the server redirects it. */
export const FOLLOW_SCRIPT = `const follow = async () => {
  const page = await fetch(location.href, { cache: 'no-store' }).catch(() => null);
  if (page && (page.redirected || !page.ok)) location.replace(page.url);
};
setInterval(follow, 1000);
document.addEventListener('visibilitychange', follow);
`;

/** Polls with the script. Without scripts, the page reloads every two seconds. */
const following = (paths: Paths): Html =>
  html`<noscript><meta http-equiv="refresh" content="2"></noscript>
    <script type="module" src="${paths.script}"></script>`;

const checklist = ({ key }: Integration): Html | null => {
  const software = softwareOf(key);
  return software
    ? html`<section class="box"><h2>You’ll need</h2>${bullets(software.ready)}</section>`
    : null;
};

/** A connector's pretend licence key. It comes from the connection's ID, so it stays the same. */
export const licenceKeyOf = (connectionId: string): string =>
  connectionId
    .replace(/[^a-z0-9]/gi, '')
    .slice(0, 16)
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1-');

const cloudSteps = ({ name }: Integration): Html => html`<ol class="numbered">
    <li>Open ${name} and sign in as usual.</li>
    <li>Approve the request there.</li>
    <li>Return to this tab. It continues automatically.</li>
  </ol>`;

const connectorSteps = ({ name }: Integration, licenceKey: string): Html =>
  html`<ol class="numbered">
    <li>Download the connector on the Windows computer that ${name} runs on.</li>
    <li>Run it there and enter the licence key <code>${licenceKey}</code></li>
    <li>Return to this tab. It continues automatically.</li>
  </ol>`;

/** The first tab while the customer signs in to the software in the second. Says how to get there and what to have ready. */
export const waitingPage = (
  visit: Visit,
  { connection, integration }: Chosen,
  paths: Paths,
): Html => {
  const to = paths.session(visit.session.id);
  const { isOfflineConnector, name } = integration;
  return journeyPage({
    visit,
    paths,
    step: 4,
    title: 'Sign in and approve',
    head: following(paths),
    content: html`<p class="chosen">${logo(integration)} ${name}</p>
      <h1>${isOfflineConnector ? 'Download and run the connector' : `Sign in to ${name}`}</h1>
      ${isOfflineConnector ? connectorSteps(integration, licenceKeyOf(connection.id)) : cloudSteps(integration)}
      <a class="button primary big" href="${to('sign-in')}" target="_blank" rel="noopener">${isOfflineConnector ? 'Download the connector' : `Open ${name}`} <span class="second">in a new tab</span></a>
      <p class="wait" role="status"><span class="spinner" aria-hidden="true"></span> Waiting for ${name}. <a href="${to('waiting')}">Refresh</a></p>
      ${checklist(integration)}
      <div class="actions end">${postButton({ action: to('leave'), label: 'Leave', kind: 'quiet' })}</div>`,
  });
};
