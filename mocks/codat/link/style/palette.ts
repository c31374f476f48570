import { dark, light, type Tokens } from '../../../../src/dashboard/theme/tokens.ts';
import { SOFTWARE_LOOKS } from '../software-look.ts';

const kebab = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const properties = (tokens: Tokens): string =>
  Object.entries(tokens)
    .filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    .map(([name, colour]) => `--${kebab(name)}: ${colour};`)
    .join(' ');

const softwareClasses = Object.entries(SOFTWARE_LOOKS)
  .map(([key, { colour }]) => `.software-${key} { --software: ${colour}; }`)
  .join('\n');

/** The colours of the design, and one for each software. */
export const PALETTE = `:root { color-scheme: light dark; --software: #40566b; ${properties(light)} }
@media (prefers-color-scheme: dark) { :root { ${properties(dark)} } }
${softwareClasses}
`;
