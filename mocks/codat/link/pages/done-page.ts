import { html } from 'hono/html';
import type { Integration } from '../../integrations.ts';
import type { Paths } from '../paths.ts';
import type { Chosen, Visit } from '../session/visit.ts';
import type { Html } from './document.ts';
import { journeyPage } from './journey-page.ts';
import { INVITER, logo, postButton, sign } from './parts.ts';

const firstData = ({ isOfflineConnector, name }: Integration): string =>
  isOfflineConnector
    ? `Your data will start syncing tonight, between 19:00 and 07:00. Leave the computer that runs ${name} switched on.`
    : 'Your data will start syncing within minutes. You’re all set.';

/** Confirms the connection. The journey finishes only when the customer presses the button. */
export const donePage = (visit: Visit, { integration }: Chosen, paths: Paths): Html => {
  const to = paths.session(visit.session.id);
  const { alreadyLinked } = visit.session;
  const title = `${integration.name} is ${alreadyLinked ? 'already connected' : 'connected'}`;
  return journeyPage({
    visit,
    paths,
    step: 5,
    title,
    content: html`<p class="chosen">${logo(integration)} ${integration.name}</p>
      ${sign('good', '✓')}
      <h1>${title}</h1>
      <p class="lead">${alreadyLinked ? 'It was already connected, so there’s nothing to do.' : firstData(integration)}</p>
      <div class="actions">
        ${postButton({ action: to('finish'), label: `Finish and go back to ${INVITER}`, kind: 'primary' })}
        ${alreadyLinked && html`<a class="button plain" href="${to('software')}">Choose a different app</a>`}
      </div>`,
  });
};
