import { html } from 'hono/html';
import type { Integration } from '../../integrations.ts';
import { lookOf } from '../software-look.ts';
import type { Html } from './document.ts';

/** The pretend company that invites customers to connect. */
export const INVITER = 'Acme Commercial Card';

/** Isolates a name, which can be in any script and direction. */
export const name = (text: string): Html => html`<bdi>${text}</bdi>`;

/** Decorative, because the software's name is beside it. */
export const logo = (integration: Integration): Html =>
  html`<span class="logo software-${integration.key}" aria-hidden="true">${lookOf(integration).letters}</span>`;

export const bullets = (items: readonly string[]): Html =>
  html`<ul class="bullets">${items.map((item) => html`<li>${item}</li>`)}</ul>`;

export type ButtonKind = 'primary' | 'plain' | 'quiet';

type Button = { action: string; label: string; kind: ButtonKind };

/** A form with one button, for an action that changes something. */
export const postButton = ({ action, label, kind }: Button): Html =>
  html`<form method="post" action="${action}"><button class="button ${kind}">${label}</button></form>`;

export const sign = (kind: 'good' | 'bad' | 'warn', mark: string): Html =>
  html`<span class="sign ${kind}" aria-hidden="true">${mark}</span>`;
