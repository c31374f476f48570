import { html } from 'hono/html';
import type { Paths } from '../paths.ts';
import type { Visit } from '../session/visit.ts';
import { type Html, htmlDocument } from './document.ts';
import { INVITER, name } from './parts.ts';

const STEPS = [
  'Open the link',
  'Choose your software',
  'Review what you share',
  'Sign in and approve',
  'Finish',
] as const;

type StepNumber = 1 | 2 | 3 | 4 | 5;

type State = 'done' | 'current' | 'failed' | 'ahead';

/** What screen readers read after a step’s label. */
const STATE_SUFFIXES: Record<State, string> = {
  done: ', done',
  current: ', now',
  failed: ', didn’t work',
  ahead: '',
};

const stepItem = (label: string, state: State): Html =>
  html`<li class="${state}"${state === 'current' || state === 'failed' ? html` aria-current="step"` : ''}><span>${label}<span class="unseen">${STATE_SUFFIXES[state]}</span></span></li>`;

const stepper = (current: StepNumber, failed: boolean): Html => {
  const stateOf = (number: number): State => {
    if (number !== current) return number < current ? 'done' : 'ahead';
    return failed ? 'failed' : 'current';
  };
  return html`<nav aria-label="Steps">
      <ol class="steps">${STEPS.map((label, index) => stepItem(label, stateOf(index + 1)))}</ol>
      <p class="step-now${failed ? ' failed' : ''}" aria-hidden="true">Step ${current} of 5 ${failed ? 'didn’t work' : `· ${STEPS[current - 1]}`}</p>
    </nav>`;
};

type JourneyPage = {
  visit: Visit;
  paths: Paths;
  step: StepNumber;
  failed?: boolean;
  title: string;
  content: Html;
  head?: Html;
};

/** A page of the journey in the first tab: who asks for what, the five steps, and what to do now. */
export const journeyPage = (page: JourneyPage): Html =>
  htmlDocument({
    title: page.title,
    paths: page.paths,
    ...(page.head && { head: page.head }),
    body: html`<div class="frame">
      <header class="aside">
        <p class="inviter"><span class="logo" aria-hidden="true">A</span> ${INVITER}</p>
        <p class="what">asks <strong>${name(page.visit.company.name)}</strong> to connect its accounting software.</p>
        ${stepper(page.step, page.failed ?? false)}
      </header>
      <main class="card">${page.content}</main>
    </div>`,
  });
