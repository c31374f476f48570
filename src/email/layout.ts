import type { Facts, Standing } from './facts.ts';
import { stepsHtml } from './steps.ts';
import { DARK_STYLES, FONT, LIGHT } from './style.ts';
import { escapeHtml, oneLine } from './text.ts';

type Content = { subject: string; body: string; facts: Facts; standing: Standing | null };

const TABLE = 'role="presentation" cellpadding="0" cellspacing="0" border="0" width="100%"';

/** The sender’s first letter on a tile, and the name beside it. */
const letterhead = (name: string): string => {
  const initial = [...name.toUpperCase()][0] ?? '';
  return (
    '<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 22px"><tr>' +
    `<td class="button on-button" align="center" width="32" height="32" style="border-radius:8px;background:${LIGHT.brand};` +
    `color:${LIGHT.onBrand};font-size:16px;font-weight:700">${escapeHtml(initial)}</td>` +
    `<td style="padding:0 0 0 10px;font-size:15px;font-weight:600">${escapeHtml(name)}</td></tr></table>`
  );
};

/** Whom to ask: the colleague who wrote, and the telephone where there is one. */
export const questions = ({ agent, sender }: Facts): string =>
  oneLine(
    `Questions? Just reply to this e-mail; it goes to ${agent.name}.` +
      (sender.phone ? ` Or call ${sender.phone}, and we do it together.` : ''),
  );

/** A whole document as mail programs want it: tables, styles on the elements, and the dark where it is known. */
export const layOut = ({ subject, body, facts, standing }: Content): string =>
  `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(subject)}</title>
<style>${DARK_STYLES}</style></head>
<body class="ground" style="margin:0;padding:0;background:${LIGHT.ground}">
<table ${TABLE} class="ground" style="background:${LIGHT.ground}"><tr><td class="outer" align="center" style="padding:32px 16px">
<table ${TABLE} style="max-width:560px"><tr><td class="surface inner" align="left" style="padding:32px 36px;border:1px solid ${LIGHT.line};border-radius:12px;background:${LIGHT.surface};color:${LIGHT.text};font-family:${FONT};font-size:16px;line-height:1.55;word-break:break-word;overflow-wrap:anywhere">
${letterhead(oneLine(facts.sender.name))}
${standing ? stepsHtml(standing) : ''}
${body}
<p class="secondary line" style="margin:28px 0 0;padding:16px 0 0;border-top:1px solid ${LIGHT.line};font-size:13px;color:${LIGHT.secondary}">${escapeHtml(questions(facts))}</p>
</td></tr></table>
</td></tr></table>
</body></html>
`;
