import { html } from 'hono/html';
import { INTEGRATIONS, type Integration } from '../../integrations.ts';
import type { Paths } from '../paths.ts';
import type { Visit } from '../session/visit.ts';
import { secondLineOf } from '../software-look.ts';
import type { Html } from './document.ts';
import { journeyPage } from './journey-page.ts';
import { logo, postButton } from './parts.ts';

const matches = (integration: Integration, search: string): boolean => {
  const text = `${integration.name} ${secondLineOf(integration)}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
};

const statusPill = ({ company }: Visit, { key }: Integration): Html | null => {
  const connection = company.connections.findLast(({ integrationKey }) => integrationKey === key);
  if (!connection) return null;
  return connection.status === 'Linked'
    ? html`<span class="pill good">Connected</span>`
    : html`<span class="pill">Started</span>`;
};

const tile = (visit: Visit, integration: Integration): Html => {
  const secondLine = secondLineOf(integration);
  return html`<li><button class="tile" name="key" value="${integration.key}">
    ${logo(integration)}
    <span class="tile-text"><span>${integration.name}</span>${secondLine && html`<span class="second">${secondLine}</span>`}</span>
    ${statusPill(visit, integration)}
  </button></li>`;
};

const nothingFound = (search: string): Html =>
  html`<p class="empty">No software matches “<bdi>${search}</bdi>”. Check the spelling, or <a href="?">show all</a>.</p>`;

const tiles = (visit: Visit, action: string, found: Integration[]): Html =>
  html`<form method="post" action="${action}">
    <ul class="tiles">${found.map((integration) => tile(visit, integration))}</ul>
  </form>`;

/** The page where the customer chooses their accounting software, with a search. */
export const softwarePage = (visit: Visit, paths: Paths, search: string): Html => {
  const to = paths.session(visit.session.id);
  const found = INTEGRATIONS.filter((integration) => matches(integration, search.trim()));
  return journeyPage({
    visit,
    paths,
    step: 2,
    title: 'Choose your software',
    content: html`<h1>Choose your accounting software</h1>
      <p class="lead">The one you use for your accounts. You’ll sign in later, in a new tab.</p>
      <search><form class="search" method="get">
        <label class="unseen" for="q">Search for software</label>
        <input id="q" name="q" type="search" value="${search}" placeholder="e.g. Xero" maxlength="60" autocomplete="off">
        <button class="button plain">Search</button>
      </form></search>
      <p class="unseen" role="status">${found.length} shown</p>
      ${found.length > 0 ? tiles(visit, to('software'), found) : nothingFound(search.trim())}
      <div class="actions end">
        ${postButton({ action: to('unlisted'), label: 'My software isn’t listed', kind: 'quiet' })}
        ${postButton({ action: to('leave'), label: 'Not now', kind: 'quiet' })}
      </div>`,
  });
};
