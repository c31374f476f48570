import { html } from 'hono/html';
import { reportOf } from '../../world/failures.ts';
import { messageOf } from '../failure-messages.ts';
import type { Paths } from '../paths.ts';
import type { Chosen, Visit } from '../session/visit.ts';
import type { Html } from './document.ts';
import { journeyPage } from './journey-page.ts';
import { type ButtonKind, logo, postButton, sign } from './parts.ts';

/** Says what went wrong and what the customer can do about it. */
export const failedPage = (visit: Visit, { integration }: Chosen, paths: Paths): Html => {
  const to = paths.session(visit.session.id);
  const failure = visit.session.failure ?? 'unknown';
  const { title, advice, recoverable } = messageOf(failure);
  const [statusCode, text] = reportOf(failure);
  const tryAgain = (kind: ButtonKind) =>
    postButton({ action: to('retry'), label: 'Try again', kind });
  const leave = (kind: ButtonKind) => postButton({ action: to('leave'), label: 'Leave', kind });
  return journeyPage({
    visit,
    paths,
    step: 4,
    failed: true,
    title,
    content: html`<p class="chosen">${logo(integration)} ${integration.name}</p>
      ${sign('bad', '!')}
      <h1>${title}</h1>
      <p class="lead">${advice}</p>
      <section class="box"><h2>What ${integration.name} reported</h2><p><code>${text} · ${statusCode}</code></p></section>
      <div class="actions">
        ${recoverable ? tryAgain('primary') : leave('primary')}
        <a class="button plain" href="${to('software')}">Choose a different app</a>
        ${recoverable ? leave('quiet') : tryAgain('quiet')}
      </div>`,
  });
};
