import { html } from 'hono/html';
import type { Integration } from '../integrations.ts';

const SIZE = 64;

const initials = (name: string): string =>
  (name.match(/\b[A-Z0-9]/g) ?? [name.slice(0, 1)]).slice(0, 2).join('');

/** A hue for each integration, derived from its key. */
const hue = (key: string): number =>
  [...key].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 0) % 360;

/** An integration's logo as SVG: white initials on a colour. The real logos belong to their owners. */
export const logo = ({
  key,
  name,
}: Integration) => html`<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE}" height="${SIZE}" viewBox="0 0 ${SIZE} ${SIZE}" role="img">
<title>${name}</title>
<rect width="${SIZE}" height="${SIZE}" rx="12" fill="hsl(${hue(key)} 55% 35%)"/>
<text x="32" y="42" text-anchor="middle" font-family="sans-serif" font-size="28" font-weight="600" fill="#fff">${initials(name)}</text>
</svg>`;
