import { html } from 'hono/html';
import { messageOf } from '../failure-messages.ts';
import type { Paths } from '../paths.ts';
import type { Chosen, Visit } from '../session/visit.ts';
import { type Html, htmlDocument } from './document.ts';
import { sign } from './parts.ts';

const outcome = (visit: Visit): Html => {
  const { failure } = visit.session;
  return failure
    ? html`${sign('bad', '!')}<h1>${messageOf(failure).title}</h1>
      <p class="lead">You can close this tab. The first tab explains what to do next.</p>`
    : html`${sign('good', '✓')}<h1>Access allowed</h1>
      <p class="lead">You can close this tab. Go back to the first tab to finish.</p>`;
};

/** The last page of the second tab. */
export const signedInPage = (visit: Visit, { integration }: Chosen, paths: Paths): Html =>
  htmlDocument({
    title: 'You can close this tab',
    paths,
    bodyClass: `software-page software-${integration.key}`,
    body: html`<header class="band"><p>${integration.name}</p></header>
      <div class="one"><main class="card centred">${outcome(visit)}</main></div>`,
  });
