import { html } from 'hono/html';
import type { Paths } from '../paths.ts';
import { type Html, htmlDocument } from './document.ts';
import { sign } from './parts.ts';

const ASK = 'Ask whoever invited you for a new link; it costs them one click.';

/** Why there is no journey to show, with the status it is answered with. */
export const PROBLEMS = {
  expired: {
    status: 410,
    title: 'This link has expired',
    text: `A link is good for one day. ${ASK}`,
  },
  used: {
    status: 410,
    title: 'This link was used already',
    text: `A link opens once. If you opened it yourself, go back to that tab. Otherwise: ${ASK.toLowerCase()}`,
  },
  unknown: {
    status: 404,
    title: 'This link is not known',
    text: `Part of it may be missing: copy the whole link. If that does not help: ${ASK.toLowerCase()}`,
  },
  forgotten: {
    status: 404,
    title: 'This visit is over',
    text: `A visit is kept for some hours, and as long as the sandbox runs. What you did is not lost. ${ASK}`,
  },
} as const;

export type Problem = keyof typeof PROBLEMS;

export const problemPage = (problem: Problem, paths: Paths): Html => {
  const { status, title, text } = PROBLEMS[problem];
  return htmlDocument({
    title,
    paths,
    body: html`<div class="one"><main class="card centred">
      ${sign('warn', '!')}
      <h1>${title}</h1>
      <p class="lead">${text}</p>
      <p class="second">Status ${status} · <a href="${paths.index}">About this sandbox</a></p>
    </main></div>`,
  });
};
