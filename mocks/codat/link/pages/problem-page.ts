import { html } from 'hono/html';
import type { Paths } from '../paths.ts';
import { type Html, htmlDocument } from './document.ts';
import { sign } from './parts.ts';

const ASK = 'Ask the sender for a new link.';

/** Why there is no journey to show, with the HTTP status of the answer. */
export const PROBLEMS = {
  expired: {
    status: 410,
    title: 'This link has expired',
    text: `A link is valid for one day. ${ASK}`,
  },
  used: {
    status: 410,
    title: 'This link has already been used',
    text: `A link opens once. If you opened it yourself, go back to that tab. If not, ask the sender for a new link.`,
  },
  unknown: {
    status: 404,
    title: 'This link doesn’t work',
    text: `Part of it may be missing. Copy the whole link and try again. If that doesn’t help, ask the sender for a new link.`,
  },
  forgotten: {
    status: 404,
    title: 'This visit is over',
    text: `Visits end after a few hours, or when the sandbox restarts. Your progress is saved. ${ASK}`,
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
