import { html, raw } from 'hono/html';
import type { Framed, Standing } from './facts.ts';
import { stepsBar } from './steps.ts';
import { DARK_STYLES, FONT, LIGHT } from './style.ts';
import { oneLine } from './text.ts';

type Content = {
  subject: string;
  /** HTML. */
  body: string;
  facts: Framed;
  standing: Standing | null;
};

const TABLE = raw('role="presentation" cellpadding="0" cellspacing="0" border="0"');

/** The sender’s first letter on a tile, with the name beside it. */
const letterhead = (name: string) => {
  const initial = [...name.toUpperCase()][0] ?? '';
  return html`<table ${TABLE} style="margin:0 0 22px"><tr><td class="button on-button" align="center" width="32" height="32" style="border-radius:8px;background:${LIGHT.brand};color:${LIGHT.onBrand};font-size:16px;font-weight:700">${initial}</td><td style="padding:0 0 0 10px;font-size:15px;font-weight:600">${name}</td></tr></table>`;
};

/** How to get help: replies go to the colleague who sent the email; the support phone only if there is one. */
export const contactLine = ({ sender }: Framed): string =>
  sender.phone
    ? `Questions? Just reply, or call ${oneLine(sender.phone)} and we’ll do it together.`
    : 'Questions? Just reply.';

/** The whole document. Email apps need tables for layout and styles on the elements; some support a dark theme. */
export const renderDocument = ({ subject, body, facts, standing }: Content): string =>
  // `html` returns a promise only if one of its values is a promise.
  String(html`<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${subject}</title>
<style>${raw(DARK_STYLES)}</style></head>
<body class="ground" style="margin:0;padding:0;background:${LIGHT.ground}">
<table ${TABLE} width="100%" class="ground" style="background:${LIGHT.ground}"><tr><td class="outer" align="center" style="padding:32px 16px">
<table ${TABLE} width="100%" style="max-width:560px"><tr><td class="surface inner" align="left" style="padding:32px 36px;border:1px solid ${LIGHT.line};border-radius:12px;background:${LIGHT.surface};color:${LIGHT.text};font-family:${raw(FONT)};font-size:16px;line-height:1.55;word-break:break-word;overflow-wrap:anywhere">
${letterhead(oneLine(facts.sender.name))}
${standing && stepsBar(standing)}
${raw(body)}
<p class="secondary line" style="margin:28px 0 0;padding:16px 0 0;border-top:1px solid ${LIGHT.line};font-size:13px;color:${LIGHT.secondary}">${contactLine(facts)}</p>
</td></tr></table>
</td></tr></table>
</body></html>
`);
