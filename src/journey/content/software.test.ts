import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allowedHosts, guideOf, SOFTWARE, softwareOf } from './software.ts';

const FILES = readdirSync(new URL('./software', import.meta.url)).map((file) =>
  file.replace('.ts', ''),
);

/** Relative luminance of a colour such as `#0b6285`: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
const luminance = (colour: string): number => {
  const channel = (from: number): number => {
    const value = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
};

describe('the list of software', () => {
  it.each(FILES)('includes the entry in software/%s.ts', async (file) => {
    const exported: Record<string, unknown> = await import(`./software/${file}.ts`);
    const [name, entry] = Object.entries(exported)[0] ?? [];
    expect(SOFTWARE, `${name} is missing from SOFTWARE in software.ts`).toContain(entry);
  });

  it('has each integration key once, and goes by name', () => {
    const keys = SOFTWARE.flatMap(({ key, otherKeys }) => [key, ...otherKeys]);
    expect(new Set(keys).size).toBe(keys.length);
    const names = SOFTWARE.map(({ name }) => name);
    expect(names).toEqual([...names].sort());
  });

  it('finds an entry by any of its keys, and none by an unknown one', () => {
    expect(softwareOf('qudb')).toBe(softwareOf('pbbf'));
    expect(softwareOf('zzzz')).toBeNull();
    expect(softwareOf(null)).toBeNull();
    expect(guideOf('zzzz')).toBeNull();
  });
});

describe.each(SOFTWARE)(
  'the entry of $name',
  ({ key, otherKeys, ready, guide, hosts, sandbox }) => {
    it('says what to have ready, how to connect and what goes wrong, in sentences', () => {
      const { steps, pitfalls } = guide;
      expect(ready.length).toBeGreaterThan(0);
      expect(steps.length).toBeGreaterThanOrEqual(5);
      expect(pitfalls.length).toBeGreaterThanOrEqual(2);
      const sentences = [...steps, ...pitfalls.flatMap(({ sign, remedy }) => [sign, remedy])];
      expect(sentences.filter((sentence) => !/^[A-Z].*\.$/.test(sentence))).toEqual([]);
    });

    it('lists the hosts that its guide names', () => {
      const text = guide.pitfalls.map(({ remedy }) => remedy).join(' ');
      expect(allowedHosts(key)).toEqual(['*.codat.io', ...hosts]);
      expect(text.match(/\w+\.codat\.io/g) ?? []).toEqual(hosts);
    });

    it('has a legible tile in the sandbox, with a country for each key where there are several', () => {
      expect(1.05 / (luminance(sandbox.colour) + 0.05)).toBeGreaterThanOrEqual(4.5);
      const tiles = otherKeys.length > 0 ? [key, ...otherKeys] : [];
      expect(Object.keys(sandbox.countries ?? {})).toEqual(tiles);
    });
  },
);
