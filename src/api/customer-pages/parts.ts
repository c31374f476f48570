import { html } from 'hono/html';
import type { Software, WorkspaceSettings } from '../../database/schema/index.ts';
import { dialing } from '../../journey/contacts.ts';
import { ANSWERS, type Answer } from '../../journey/content/answers.ts';
import { guideOf } from '../../journey/content/software.ts';
import type { Html } from './document.ts';
import type { Sender } from './visit.ts';

/** A person’s or company’s name, which can be in any script and direction. */
export const name = (text: string): Html => html`<bdi>${text}</bdi>`;

export const statusIcon = (kind: 'good' | 'warn' | 'calm', mark: string): Html =>
  html`<span class="icon ${kind}" aria-hidden="true">${mark}</span>`;

type Help = Pick<WorkspaceSettings, 'supportEmail' | 'supportPhone'>;

const mailTo = (address: string): Html =>
  html`<a href="mailto:${encodeURIComponent(address)}">${address}</a>`;

const call = (phone: string): Html => html`<a href="${dialing(phone)}">${phone}</a>`;

/** Who to contact: the colleague who sent the link, otherwise the team. Null if there is no address or number. */
export const contact = (sender: Sender, { supportEmail, supportPhone }: Help): Html | null => {
  const email = sender?.email ?? supportEmail;
  if (!email && !supportPhone) return null;
  const ways = [email && 'email', supportPhone && 'phone'].filter(Boolean).join(' or ');
  const who = sender ? html`<strong>${name(sender.name)}</strong> is` : 'We’re';
  return html`<section class="contact"><h2>Need help?</h2>
<p>${who} happy to help by ${ways}.</p>
<ul>${email && html`<li>${mailTo(email)}</li>`}${supportPhone && html`<li>${call(supportPhone)}</li>`}</ul></section>`;
};

const guideLink = ({ guideUrl, name: software }: Software): Html | null =>
  guideUrl
    ? html`<p><a href="${guideUrl}" target="_blank" rel="noreferrer">Official ${software} guide <span aria-hidden="true">↗</span></a></p>`
    : null;

const shortGuide = ({ id }: Software): Html | null => {
  const guide = guideOf(id);
  if (!guide) return null;
  const { steps, pitfalls } = guide;
  return html`<details><summary>Step by step</summary>
<ol>${steps.map((step) => html`<li>${step}</li>`)}</ol></details>
${
  pitfalls.length > 0 &&
  html`<details><summary>Troubleshooting</summary>
<dl>${pitfalls.map(({ sign: seen, remedy }) => html`<dt>${seen}</dt><dd>${remedy}</dd>`)}</dl></details>`
}`;
};

/** What the customer needs to connect this software, and how to connect it. */
export const whatYouNeed = (software: Software): Html =>
  html`<section class="box"><h2>What you’ll need for ${software.name}</h2>
<ul>${software.ready.map((item) => html`<li>${item}</li>`)}</ul>
${guideLink(software)}${shortGuide(software)}</section>`;

const LOCK = html`<svg width="18" height="20" viewBox="0 0 18 20" fill="none" stroke="currentColor" stroke-width="1.6" aria-hidden="true"><rect x="2" y="8.5" width="14" height="9.5" rx="2.5"/><path d="M5.5 8.5V6a3.5 3.5 0 0 1 7 0v2.5"/></svg>`;

export const SAFETY = html`<p class="safe">${LOCK}<span>Neither we nor Codat ever sees your password. You can stop sharing at any time.</span></p>`;

type Continue = { action: string; label: string; again?: boolean };

/** The only button of a page, which leads to Codat. `again`: this opening is already recorded. */
export const continueButton = ({ action, label, again = false }: Continue): Html =>
  html`<form method="post" action="${action}">${again && html`<input type="hidden" name="again" value="yes">`}<button>${label} <span aria-hidden="true">→</span></button></form>`;

/** The number of questions shown at first; the rest are behind “More questions”. */
const SHOWN = 5;

const answered = ({ question, answer }: Answer): Html =>
  html`<details><summary>${question}</summary><p>${answer}</p></details>`;

export const commonQuestions = (): Html => {
  const [first, rest] = [ANSWERS.slice(0, SHOWN), ANSWERS.slice(SHOWN)];
  return html`<h2>Frequently asked questions</h2>${first.map(answered)}
${rest.length > 0 && html`<details><summary>More questions</summary>${rest.map(answered)}</details>`}`;
};
