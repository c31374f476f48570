import { html } from 'hono/html';
import type { WorkspaceSettings } from '../../database/schema/index.ts';
import { type Html, htmlDocument } from './document.ts';
import { contact, continueButton, name, sign } from './parts.ts';
import type { Visit } from './visit.ts';

/** For a customer who has nothing left to do. */
export const connectedPage = (visit: Omit<Visit, 'link'>): Html => {
  const { customer, software, sender, workspace } = visit;
  return htmlDocument({
    title: 'You are connected',
    workspace,
    children: html`${sign('good', '✓')}
<h1>You are connected already</h1>
<p class="lead"><strong>${name(customer.name)}</strong> shares ${software?.name ?? 'its accounting software'} with us. There is nothing to do; you can close this page.</p>
${contact(sender, workspace)}`,
  });
};

/** For a link that leads nowhere: the same whatever the cause, so that it tells nothing of whom it was for. */
export const lostPage = (workspace: WorkspaceSettings): Html =>
  htmlDocument({
    title: 'This link does not work',
    workspace,
    children: html`${sign('warn', '!')}
<h1>This link does not work</h1>
<p class="lead">A part of it may be missing: copy the whole link, or press it in the message it came in. It may also have been replaced by a newer one, or be too old.</p>
<p>Ask whoever sent it to you for a new one; it takes them a moment.</p>
${contact(null, workspace)}`,
  });

/** For a customer who can't be taken to Codat just now. What they wanted is noted; the button tries again. */
export const awayPage = ({ sender, workspace }: Visit, action: string): Html =>
  htmlDocument({
    title: 'One moment, please',
    workspace,
    children: html`${sign('calm', '…')}
<h1>One moment, please</h1>
<p class="lead">Codat, who connects us to your software, can’t be reached just now. Nothing is lost, and your link stays good.</p>
${continueButton({ action, label: 'Try again', again: true })}
<p class="after">If it does not work in a few minutes, come back to your link later.</p>
${contact(sender, workspace)}`,
  });

/** For when we can't answer ourselves: it can't even say who we are, because that is in the database. */
export const brokenPage = (): Html =>
  htmlDocument({
    title: 'Something went wrong',
    workspace: { senderName: 'Connect your accounting software' },
    children: html`${sign('warn', '!')}
<h1>This page can’t be shown just now</h1>
<p class="lead">The fault is ours. Reload the page in a minute; your link stays good.</p>`,
  });
