/** The colours of the design, named by meaning. All text has a contrast of at least 4.5:1 on its background. */
export type Tokens = {
  ground: string;
  surface: string;
  line: string;
  lineFaint: string;
  text: string;
  secondary: string;
  brand: string;
  onBrand: string;
  brandTint: string;
  good: string;
  goodTint: string;
  warn: string;
  warnTint: string;
  bad: string;
  badTint: string;
  neutralTint: string;
  /** One per stage of the funnel, in its order. */
  stages: readonly [string, string, string, string, string, string, string];
};

export const light: Tokens = {
  ground: '#f5f6f8',
  surface: '#ffffff',
  line: '#e4e8ec',
  lineFaint: '#eef1f4',
  text: '#15202b',
  secondary: '#51606f',
  brand: '#2f5bd7',
  onBrand: '#ffffff',
  brandTint: '#e9effd',
  good: '#146c4c',
  goodTint: '#e3f4ec',
  warn: '#8a5208',
  warnTint: '#fdf1dc',
  bad: '#b52f27',
  badTint: '#fdeae8',
  neutralTint: '#eceff2',
  stages: ['#cfdcfb', '#a9c0f6', '#7f9ff0', '#557de6', '#2f5bd7', '#1f9168', '#137a55'],
};

export const dark: Tokens = {
  ground: '#0e1217',
  surface: '#161b22',
  line: '#29313b',
  lineFaint: '#202730',
  text: '#e7ecf2',
  secondary: '#a3afbc',
  brand: '#86a5ff',
  onBrand: '#0e1217',
  brandTint: '#1d2a4b',
  good: '#4fc796',
  goodTint: '#12322a',
  warn: '#e6ad55',
  warnTint: '#3a2b12',
  bad: '#ff857a',
  badTint: '#41201e',
  neutralTint: '#232b35',
  stages: ['#24304d', '#2d4175', '#38549e', '#4a6fcb', '#86a5ff', '#3fb488', '#4fc796'],
};

const kebab = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The colours as CSS custom properties, such as `--on-brand`. */
export const asProperties = (tokens: Tokens): string =>
  Object.entries(tokens)
    .filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    .map(([name, colour]) => `--${kebab(name)}:${colour};`)
    .join('');
