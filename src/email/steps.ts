import { html } from 'hono/html';
import type { StepState } from '../journey/steps.ts';
import type { Standing } from './facts.ts';
import { LIGHT } from './style.ts';

const FILL: Record<StepState, string> = {
  done: `background:${LIGHT.done};border-color:${LIGHT.done}`,
  current: `background:transparent;border-color:${LIGHT.done}`,
  todo: `background:${LIGHT.line};border-color:${LIGHT.line}`,
  failed: `background:${LIGHT.bad};border-color:${LIGHT.bad}`,
  connected: `background:${LIGHT.connected};border-color:${LIGHT.connected}`,
};

const segment = (state: StepState, index: number) =>
  html`<td width="20%" style="padding:0 0 0 ${index === 0 ? 0 : 5}px"><div class="step-${state}" style="height:4px;border:2px solid;border-radius:99px;font-size:0;line-height:0;${FILL[state]}">&nbsp;</div></td>`;

/** A bar with the five steps of the journey, and a sentence for people who can’t see it. */
export const stepsBar = ({ steps, sentence }: Standing) =>
  html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" width="100%" style="margin:0 0 6px"><tr>${steps.map(segment)}</tr></table>
<p class="secondary" style="margin:0 0 24px;font-size:13px;color:${LIGHT.secondary}">${sentence}</p>`;
