import { html } from 'hono/html';
import type { Paths } from '../paths.ts';
import type { Ending } from '../redirect.ts';
import { type Html, htmlDocument } from './document.ts';
import { INVITER, sign } from './parts.ts';

const OUTCOME: Record<Ending['statusCode'], string> = {
  200: 'Thank you. Your accounting software is connected.',
  201: 'Your accounting software was already connected.',
  403: 'You left before anything was shared.',
  500: 'Your accounting software is not connected yet.',
  501: 'Your accounting software can’t be connected this way.',
};

/** Stands in for the inviting company's page, where a redirect URL would lead. */
export const portalPage = (statusCode: Ending['statusCode'], paths: Paths): Html => {
  const good = statusCode < 300;
  return htmlDocument({
    title: 'Welcome back',
    paths,
    bodyClass: 'portal',
    body: html`<div class="one"><main class="card centred">
      <p class="inviter"><span class="logo" aria-hidden="true">A</span> ${INVITER}</p>
      ${sign(good ? 'good' : 'warn', good ? '✓' : '!')}
      <h1>Welcome back</h1>
      <p class="lead">${OUTCOME[statusCode]}</p>
      <p class="second">This page stands in for your own, because no redirect URL is set. Status ${statusCode}.</p>
      <p><a href="${paths.index}">Go to the sandbox’s start page</a></p>
    </main></div>`,
  });
};
