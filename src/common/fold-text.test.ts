import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from './fold-text.ts';

it.each([
  ['Café Zoë', 'cafe zoe'],
  ['Cafe\u0301', 'cafe'],
  ['ÉCLAIR', 'eclair'],
  ['Ørsted', 'orsted'],
  ['Straße', 'strasse'],
  ['STRASSE', 'strasse'],
  ['GROẞ', 'gross'],
  ['Łódź', 'lodz'],
  ['Æther', 'aether'],
  ['Œuvre', 'oeuvre'],
  ['Þórður', 'thordur'],
  ['Đorđe', 'dorde'],
  ['Işık İnşaat', 'isik insaat'],
  ['ISIK INSAAT', 'isik insaat'],
  ['Nguyễn Thị Hồng', 'nguyen thi hong'],
  ['Žižkov', 'zizkov'],
  ['Ñandú', 'nandu'],
  ['ΟΔΟΣ Οδός', 'οδοσ οδοσ'],
  ['Ёлка и Йод', 'елка и иод'],
  ['מִכְתָּב', 'מכתב'],
  ['مُحَمَّد', 'محمد'],
  ['O’Brien', 'obrien'],
  ["O'Brien", 'obrien'],
  ['O´Brien', 'obrien'],
  ['Oʼbrien', 'obrien'],
  ['“Quay” «Ltd»', 'quay ltd'],
  ['Smith–Jones', 'smith jones'],
  ['Smith-Jones', 'smith jones'],
  ['Smith\u2011Jones — Ltd', 'smith jones ltd'],
  ['  Acme \t\u00a0Ltd ', 'acme ltd'],
  ['Ac\u00adme\u200b', 'acme'],
  ['S.A.R.L.', 'sarl'],
  ['Acme (UK), Ltd.', 'acme uk ltd'],
  ['Wool & Sons', 'wool and sons'],
  ['ＡＣＭＥ１２', 'acme12'],
  ['Oﬃce…', 'office'],
  ['100% Wool_Ltd', '100% wool_ltd'],
  ['zoe+kyc@wool.se', 'zoe+kyc@woolse'],
  ['\u{1f600} 株式会社', '\u{1f600} 株式会社'],
  ['', ''],
])('%j is folded to %j', (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

describe('folding a text', () => {
  const text = fc.string({ unit: 'binary' });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(text, (one) => {
        expect(foldText(foldText(one))).toBe(foldText(one));
      }),
      { numRuns: 2000 },
    );
  });

  it('yields the same for composed and decomposed letters', () => {
    fc.assert(
      fc.property(text, (one) => {
        expect(foldText(one.normalize('NFD'))).toBe(foldText(one.normalize('NFC')));
      }),
      { numRuns: 2000 },
    );
  });
});
