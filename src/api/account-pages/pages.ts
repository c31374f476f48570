import { html } from 'hono/html';
import type { WorkspaceSettings } from '../../database/schema/index.ts';
import { AS_ROLE } from '../../email/account/texts.ts';
import { type Html, htmlDocument } from '../customer-pages/document.ts';
import { name, statusIcon } from '../customer-pages/parts.ts';
import { MIN_PASSWORD_LENGTH } from '../users/password.ts';
import type { Invited } from './invited.ts';

/** For pages that can’t ask the database for the sender’s name. */
const UNSTUCK = { senderName: 'Unstuck' };

type Form = {
  email: string;
  button: string;
  /** What was wrong with the password sent before. */
  problem: string | null;
};

/** Asks for a new password. The address is there for password managers. */
const passwordForm = ({ email, button, problem }: Form): Html =>
  html`<form method="post">
<label for="email">Email</label>
<input id="email" type="email" name="email" value="${email}" autocomplete="username" readonly>
<label for="password">New password</label>
<input id="password" type="password" name="password" autocomplete="new-password" required minlength="${MIN_PASSWORD_LENGTH}" aria-describedby="rule" ${problem && html`aria-invalid="true"`} autofocus>
<p id="rule" class="${problem ? 'wrong' : 'hint'}" ${problem && html`role="alert"`}>${problem ?? `At least ${MIN_PASSWORD_LENGTH} characters.`}</p>
<button>${button}</button>
</form>`;

type Workspace = Pick<WorkspaceSettings, 'senderName'>;

/** What someone is invited to, and the form that accepts. */
export const invitationPage = (
  { invitation, invitedBy, workspace }: Invited,
  problem: string | null = null,
): Html =>
  htmlDocument({
    title: 'Join the team',
    workspace,
    children: html`<h1>Welcome, ${name(invitation.name)}</h1>
<p class="lead">${invitedBy ? html`${name(invitedBy)} invites you` : 'You’re invited'} to Unstuck, as ${AS_ROLE[invitation.role]}. Choose a password to join.</p>
${passwordForm({ email: invitation.email, button: 'Join the team', problem })}`,
  });

const signOnButton = html`<a class="button" href="/api/auth/sign-in/oidc">Sign in with single sign-on</a>`;

/** What someone is invited to where passwords are off. Their groups decide their role. */
export const signOnInvitationPage = ({ invitation, invitedBy, workspace }: Invited): Html =>
  htmlDocument({
    title: 'Join the team',
    workspace,
    children: html`<h1>Welcome, ${name(invitation.name)}</h1>
<p class="lead">${invitedBy ? html`${name(invitedBy)} invites you` : 'You’re invited'} to Unstuck. Sign in as ${name(invitation.email)} to join.</p>
${signOnButton}`,
  });

/** For people whose account no password opens. */
export const noPasswordPage = (workspace: Workspace): Html =>
  htmlDocument({
    title: 'You don’t need a password',
    workspace,
    children: html`<h1>You don’t need a password</h1>
<p class="lead">You sign in to Unstuck with single sign-on. If that fails, ask your IT team.</p>
${signOnButton}`,
  });

export const passwordPage = (
  { email, workspace }: { email: string; workspace: Workspace },
  problem: string | null = null,
): Html =>
  htmlDocument({
    title: 'Choose a new password',
    workspace,
    children: html`<h1>Choose a new password</h1>
<p class="lead">This signs you out everywhere. Then sign in with the new password.</p>
${passwordForm({ email, button: 'Save password', problem })}`,
  });

export const passwordSavedPage = (workspace: Workspace): Html =>
  htmlDocument({
    title: 'Password saved',
    workspace,
    children: html`${statusIcon('good', '✓')}
<h1>Password saved</h1>
<p class="lead">You’ve been signed out everywhere. Sign in with your new password.</p>
<a class="button" href="/">Sign in</a>`,
  });

/** For unknown, used, revoked and expired links alike, so that it gives nothing away. */
export const invalidAccountLinkPage = (workspace: Workspace): Html =>
  htmlDocument({
    title: 'This link isn’t working',
    workspace,
    children: html`${statusIcon('warn', '!')}
<h1>This link isn’t working</h1>
<p class="lead">It may be incomplete, expired, replaced by a newer one or already used. Open the link in the newest email.</p>
<p>If you’ve used it before, sign in. Otherwise ask an admin to send a new one.</p>
<a class="button" href="/">Sign in</a>`,
  });

/** For too many requests, requests from other sites, and errors of ours. */
export const troublePage = (title: string, advice: string): Html =>
  htmlDocument({
    title,
    workspace: UNSTUCK,
    children: html`${statusIcon('warn', '!')}
<h1>${title}</h1>
<p class="lead">${advice}</p>`,
  });
