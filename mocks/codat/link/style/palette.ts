import { asProperties, dark, light } from '../../../../src/common/design-tokens.ts';
import { SOFTWARE_LOOKS } from '../software-look.ts';

const softwareClasses = [...SOFTWARE_LOOKS]
  .map(([key, { colour }]) => `.software-${key} { --software: ${colour}; }`)
  .join('\n');

/** The design's colours, and one for each package. */
export const PALETTE = `:root { color-scheme: light dark; --software: #40566b; ${asProperties(light)} }
@media (prefers-color-scheme: dark) { :root { ${asProperties(dark)} } }
${softwareClasses}
`;
