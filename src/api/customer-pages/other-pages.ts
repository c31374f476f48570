import { html } from 'hono/html';
import type { WorkspaceSettings } from '../../database/schema/index.ts';
import { type Html, htmlDocument } from './document.ts';
import { contact, continueButton, name, statusIcon } from './parts.ts';
import type { Visit } from './visit.ts';

/** For a customer who is already connected. */
export const connectedPage = (visit: Omit<Visit, 'link'>): Html => {
  const { customer, software, sender, workspace } = visit;
  return htmlDocument({
    title: 'You’re already connected',
    workspace,
    children: html`${statusIcon('good', '✓')}
<h1>You’re already connected</h1>
<p class="lead"><strong>${name(customer.name)}</strong> shares its ${software?.name ?? 'accounting'} data with us. You can close this page.</p>
${contact(sender, workspace)}`,
  });
};

/** For an unknown, revoked or expired link: always the same, so that it gives nothing away about its customer. */
export const invalidLinkPage = (workspace: WorkspaceSettings): Html =>
  htmlDocument({
    title: 'This link isn’t working',
    workspace,
    children: html`${statusIcon('warn', '!')}
<h1>This link isn’t working</h1>
<p class="lead">It may be incomplete, expired or replaced. Open it from the original message, or copy the whole link.</p>
<p>If that doesn’t help, ask the sender for a new one.</p>
${contact(null, workspace)}`,
  });

/** For a customer who can’t go on because Codat doesn’t respond. The opening is recorded; the button tries again. */
export const unavailablePage = ({ sender, workspace }: Visit, action: string): Html =>
  htmlDocument({
    title: 'Please try again shortly',
    workspace,
    children: html`${statusIcon('calm', '…')}
<h1>Please try again shortly</h1>
<p class="lead">Codat, which connects us to your software, isn’t responding right now. Nothing is lost and your link still works.</p>
${continueButton({ action, label: 'Try again', again: true })}
<p class="after">If it still doesn’t work in a few minutes, open your link again later.</p>
${contact(sender, workspace)}`,
  });

/** For an error of ours. Without the sender’s name, because that is in the database. */
export const errorPage = (): Html =>
  htmlDocument({
    title: 'Something went wrong',
    workspace: { senderName: 'Connect your accounting software' },
    children: html`${statusIcon('warn', '!')}
<h1>Something went wrong on our side</h1>
<p class="lead">Reload this page in a minute. Your link still works.</p>`,
  });

/** For too many requests from one network. Without the sender’s name, so that it needs no query. */
export const tooManyPage = (): Html =>
  htmlDocument({
    title: 'One moment, please',
    workspace: { senderName: 'Connect your accounting software' },
    children: html`${statusIcon('calm', '…')}
<h1>One moment, please</h1>
<p class="lead">Many people on your network are using these pages right now. Reload this page in a minute. Your link still works.</p>`,
  });
