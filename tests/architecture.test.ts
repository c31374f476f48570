import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What each folder of src may import from the others; types count as well, unless listed under TYPES. */
const MAY_IMPORT: Record<string, string[]> = {
  journey: [],
  database: ['journey'],
  codat: ['journey', 'database'],
  email: ['journey', 'database'],
  api: ['journey', 'database', 'codat', 'email'],
  server: ['journey', 'database', 'codat', 'email', 'api'],
  dashboard: ['journey'],
};

/** Modules that another folder uses at run time although it may not import from there: pure, without imports. */
const SHARED = [
  'src/api/permissions.ts',
  'src/api/sync-progress.ts',
  'src/dashboard/theme/tokens.ts',
];

const IMPORT =
  /^\s*(?:import|export)\s+(?<type>type\s)?(?:[^'";]*?\sfrom\s+)?'(?<from>[^']+)'|import\('(?<lazy>[^']+)'\)/gm;

type Import = { file: string; from: string; typeOnly: boolean };

const importsOf = (file: string): Import[] =>
  [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(({ groups }) => ({
    file,
    from: groups?.from ?? groups?.lazy ?? '',
    typeOnly: Boolean(groups?.type),
  }));

const folderOf = (path: string): string => path.split('/')[1] ?? '';

const target = ({ file, from }: Import): string => normalize(join(dirname(file), from));

const sources = (folder: string): string[] =>
  globSync(`src/${folder}/**/*.{ts,tsx}`).filter((file) => !/\.test\.tsx?$|\/testing\//.test(file));

const crossings = (folder: string): Import[] =>
  sources(folder)
    .flatMap(importsOf)
    .filter((one) => one.from.startsWith('.') && target(one).startsWith('src/'))
    .filter((one) => folderOf(target(one)) !== folder);

describe('the house', () => {
  it.each(Object.keys(MAY_IMPORT))('%s imports only what it may', (folder) => {
    const allowed = MAY_IMPORT[folder] ?? [];
    const wrong = crossings(folder).filter(
      (one) =>
        !allowed.includes(folderOf(target(one))) &&
        !(folder === 'dashboard' && folderOf(target(one)) === 'api' && one.typeOnly) &&
        !SHARED.includes(target(one)),
    );
    expect(wrong.map(({ file, from }) => `${file} imports ${from}`)).toEqual([]);
  });

  it('journey imports no library but zod', () => {
    const libraries = sources('journey')
      .flatMap(importsOf)
      .map(({ from }) => from)
      .filter((from) => !from.startsWith('.'));
    expect(new Set(libraries)).toEqual(new Set(['zod']));
  });

  it('finds the imports it is about', () => {
    expect(crossings('dashboard').length).toBeGreaterThan(10);
    expect(sources('journey').length).toBeGreaterThan(8);
  });

  it('only the server reads the environment and imports from Node', () => {
    const wrong = ['journey', 'codat', 'email', 'api', 'dashboard']
      .flatMap(sources)
      .filter((file) => {
        const text = readFileSync(file, 'utf8');
        return text.includes('process.env') || text.includes("from 'node:");
      });
    expect(wrong).toEqual([]);
  });

  it('keeps files short: half of them fit a screen, none is over 300 lines', () => {
    const lengths = ['journey', 'database', 'codat', 'email', 'api', 'server', 'dashboard']
      .flatMap(sources)
      .map((file) => readFileSync(file, 'utf8').split('\n').length)
      .sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(60);
    expect(lengths.at(-1)).toBeLessThanOrEqual(300);
  });
});
