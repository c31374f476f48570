import { html, raw } from 'hono/html';
import { LOCALE } from '../../src/common/locale.ts';
import type { Instant } from '../../src/journey/instant.ts';
import { type Html, htmlDocument } from '../codat/link/pages/document.ts';
import { name } from '../codat/link/pages/parts.ts';
import type { Paths } from '../codat/link/paths.ts';
import type { Received } from './inbox.ts';

const FRAME = raw(
  '<style>.email { display: block; width: 100%; height: 70vh; border: 1px solid var(--line); border-radius: 10px; }</style>',
);

/** The server doesn't know the reader's time zone. */
const time = new Intl.DateTimeFormat(LOCALE, {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'UTC',
});

const at = (instant: Instant): Html =>
  html`<time datetime="${instant}">${time.format(Date.parse(instant))} UTC</time>`;

const recipient = ({ to }: Received): Html =>
  to.name ? html`${name(to.name)} &lt;${to.address}&gt;` : html`${to.address}`;

const row = (email: Received, paths: Paths): Html => html`<li>
    <span class="tile-text"><a href="${paths.inbox}/${email.id}">${name(email.subject)}</a><span class="second">To ${recipient(email)}</span></span>
    <span class="second">${at(email.at)}</span>
  </li>`;

/** All emails that the sandbox "sent", newest first. */
export const inboxPage = (emails: readonly Received[], paths: Paths): Html =>
  htmlDocument({
    title: 'Inbox',
    paths,
    body: html`<main class="column"><section class="card">
      <p><a href="${paths.index}">Sandbox Codat</a></p>
      <h1>Sandbox inbox</h1>
      <p class="lead">The sandbox’s emails to all customers arrive here. Open one to see what the customer sees. Its buttons work.</p>
      ${
        emails.length > 0
          ? html`<ul class="rows">${emails.map((email) => row(email, paths))}</ul>`
          : html`<p class="empty">No emails yet. Send one to a customer from the dashboard.</p>`
      }
    </section></main>`,
  });

/** One email as its recipient sees it. It can't run scripts, and its buttons lead this tab to the customer's page. */
export const emailPage = (email: Received, paths: Paths): Html => {
  const content = email.html.replace('<head>', '<head><base target="_top">');
  return htmlDocument({
    title: email.subject,
    paths,
    head: html`${FRAME}`,
    body: html`<main class="column"><section class="card">
      <p><a href="${paths.inbox}">Sandbox inbox</a></p>
      <h1>${name(email.subject)}</h1>
      <p class="second">To ${recipient(email)}<br>${email.replyTo && html`Replies go to ${email.replyTo}<br>`}${at(email.at)}</p>
      <iframe class="email" title="${email.subject}" sandbox="allow-top-navigation-by-user-activation" srcdoc="${content}"></iframe>
    </section></main>`,
  });
};

/** What an address shows that no email has. */
export const missingPage = (paths: Paths): Html =>
  htmlDocument({
    title: 'Email not found',
    paths,
    body: html`<main class="column"><section class="card">
      <h1>Email not found</h1>
      <p>Test emails are forgotten when the sandbox restarts.</p>
      <p><a href="${paths.inbox}">Sandbox inbox</a></p>
    </section></main>`,
  });
