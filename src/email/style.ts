import { dark, light, type Tokens } from '../common/design-tokens.ts';

const coloursOf = ({ stages, ...tokens }: Tokens) => ({
  ...tokens,
  /** Colours of the journey’s steps, the same as in the dashboard. */
  done: stages[3],
  connected: stages[5],
});

export const LIGHT = coloursOf(light);
export const DARK = coloursOf(dark);

export const FONT =
  "Inter,-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/** The style of each element that Markdown produces. Email apps only reliably apply styles on the element itself. */
export const ELEMENTS: Record<string, { style: string; class?: string }> = {
  p: { style: 'margin:0 0 16px' },
  h1: { style: 'margin:0 0 14px;font-size:22px;line-height:1.3;letter-spacing:-.018em' },
  h2: { style: 'margin:24px 0 8px;font-size:16px;line-height:1.4' },
  h3: { style: 'margin:20px 0 6px;font-size:15px;line-height:1.4' },
  ul: { style: 'margin:0 0 16px;padding:0 0 0 20px' },
  ol: { style: 'margin:0 0 16px;padding:0 0 0 22px' },
  li: { style: 'margin:0 0 6px;padding:0 0 0 2px' },
  a: { style: `color:${LIGHT.brand};font-weight:600;text-decoration:none`, class: 'brand' },
  code: {
    style: `padding:1px 5px;border-radius:4px;background:${LIGHT.ground};font-size:14px`,
    class: 'quiet',
  },
  blockquote: {
    style: `margin:0 0 16px;padding:14px 16px 1px;border-radius:10px;background:${LIGHT.ground}`,
    class: 'quiet',
  },
  hr: {
    style: `margin:20px 0;border:0;border-top:1px solid ${LIGHT.line}`,
    class: 'line',
  },
};

/** The only filled button: a link in a table cell that carries its colour. */
export const BUTTON = {
  before:
    '<table role="presentation" class="button-table" cellpadding="0" cellspacing="0" border="0" style="margin:4px 0 20px">' +
    `<tr><td class="button" bgcolor="${LIGHT.brand}" align="center" style="border-radius:8px;background:${LIGHT.brand}">`,
  link: {
    style:
      `display:block;padding:13px 26px;border-radius:8px;color:${LIGHT.onBrand};font-size:16px;line-height:1.25;` +
      'font-weight:600;text-decoration:none',
    class: 'on-button',
  },
  after: '</td></tr></table>',
};

/** Dark theme for email apps that support it: the same classes in dark colours. */
export const DARK_STYLES = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.ground{background:${DARK.ground}!important}
.surface{background:${DARK.surface}!important;border-color:${DARK.line}!important;color:${DARK.text}!important}
.secondary{color:${DARK.secondary}!important}
.brand{color:${DARK.brand}!important}
.button{background:${DARK.brand}!important}
.on-button{color:${DARK.onBrand}!important}
.quiet{background:${DARK.lineFaint}!important}
.line{border-color:${DARK.line}!important}
.step-done,.step-current{background:${DARK.done}!important;border-color:${DARK.done}!important}
.step-current{background:transparent!important}
.step-todo{background:${DARK.line}!important;border-color:${DARK.line}!important}
.step-failed{background:${DARK.bad}!important;border-color:${DARK.bad}!important}
.step-connected{background:${DARK.connected}!important;border-color:${DARK.connected}!important}
}
@media (max-width:480px){
.outer{padding:12px 8px!important}
.inner{padding:24px 20px!important}
.button-table{width:100%!important}
}`;
