import { expect, it } from 'vitest';
import { markedParts } from './marks.ts';

/** As in “[Zoë] Ålund”. */
const shown = (text: string, query: string): string =>
  markedParts(text, query)
    .map(({ text, marked }) => (marked ? `[${text}]` : text))
    .join('');

it.each([
  ['Zoë Ålund', 'zoe', '[Zoë] Ålund'],
  ['Zoe\u0308 Ålund', 'zoë', '[Zoe\u0308] Ålund'],
  ['Zoë Ålund', 'alund zo', '[Zo]ë [Ålund]'],
  ['Straße 5', 'strasse', '[Straße] 5'],
  ['O’Brien & Sons', "o'brien and", '[O]’[Brien] [&] Sons'],
  ['Smith–Jones', 'smith-jones', '[Smith]–[Jones]'],
  ['Acme', 'zebra', 'Acme'],
  ['Acme', '', 'Acme'],
  ['', 'acme', ''],
  ['+44 (0)20 7946-0018', '02079460018', '+44 ([0])[20] [7946]-[0018]'],
  ['c++ (a.b)', 'c++', '[c++] (a.b)'],
])('of %j, a search for %j marks %j', (text, query, marked) => {
  expect(shown(text, query)).toBe(marked);
});
