import type { StepState } from '../journey/steps.ts';
import type { Standing } from './facts.ts';
import { LIGHT } from './style.ts';
import { escapeHtml } from './text.ts';

const FILL: Record<StepState, string> = {
  done: `background:${LIGHT.done};border-color:${LIGHT.done}`,
  current: `background:transparent;border-color:${LIGHT.done}`,
  todo: `background:${LIGHT.line};border-color:${LIGHT.line}`,
  failed: `background:${LIGHT.failed};border-color:${LIGHT.failed}`,
  connected: `background:${LIGHT.connected};border-color:${LIGHT.connected}`,
};

const segment = (state: StepState): string =>
  '<td width="20%" style="padding:0 4px 0 0"><div ' +
  `class="step-${state}" style="height:5px;border:1px solid;border-radius:99px;font-size:0;line-height:0;${FILL[state]}">` +
  '&nbsp;</div></td>';

/** The five segments of the journey, with a sentence for those who can’t see them. */
export const stepsHtml = ({ steps, sentence }: Standing): string =>
  '<table role="presentation" cellpadding="0" cellspacing="0" border="0" width="100%" style="margin:0 0 6px">' +
  `<tr>${steps.map(segment).join('')}</tr></table>` +
  `<p class="secondary" style="margin:0 0 24px;font-size:13px;color:${LIGHT.secondary}">${escapeHtml(sentence)}</p>`;
