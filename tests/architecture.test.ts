import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The folders that each folder of src may import from, including types. */
const MAY_IMPORT: Record<string, string[]> = {
  journey: [],
  database: ['journey'],
  codat: ['journey', 'database'],
  email: ['journey', 'database'],
  api: ['journey', 'database', 'codat', 'email'],
  server: ['journey', 'database', 'codat', 'email', 'api'],
  dashboard: ['journey'],
};

/** Pure modules without imports that other folders may use at run time. */
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
  globSync(`src/${folder}/**/*.{ts,tsx}`).filter(
    (file) => !/\.test\.tsx?$|arbitraries\.ts$/.test(file),
  );

const crossings = (folder: string): Import[] =>
  sources(folder)
    .flatMap(importsOf)
    .filter((one) => one.from.startsWith('.') && target(one).startsWith('src/'))
    .filter((one) => folderOf(target(one)) !== folder);

describe('the architecture', () => {
  it.each(Object.keys(MAY_IMPORT))('%s imports only from allowed folders', (folder) => {
    const allowed = MAY_IMPORT[folder] ?? [];
    const wrong = crossings(folder).filter(
      (one) =>
        !allowed.includes(folderOf(target(one))) &&
        !(folder === 'dashboard' && folderOf(target(one)) === 'api' && one.typeOnly) &&
        !SHARED.includes(target(one)),
    );
    expect(wrong.map(({ file, from }) => `${file} imports ${from}`)).toEqual([]);
  });

  it('journey imports no library except zod', () => {
    const libraries = sources('journey')
      .flatMap(importsOf)
      .map(({ from }) => from)
      .filter((from) => !from.startsWith('.'));
    expect(new Set(libraries)).toEqual(new Set(['zod']));
  });

  it('the import search finds imports and files', () => {
    expect(crossings('dashboard').length).toBeGreaterThan(10);
    expect(sources('journey').length).toBeGreaterThan(8);
  });

  it('only the server and the database read the environment or import from Node', () => {
    const wrong = ['journey', 'codat', 'email', 'api', 'dashboard']
      .flatMap(sources)
      .filter((file) => {
        const text = readFileSync(file, 'utf8');
        return text.includes('process.env') || text.includes("from 'node:");
      });
    expect(wrong).toEqual([]);
  });

  it('files are short: half have at most 60 lines, none more than 300', () => {
    const lengths = ['journey', 'database', 'codat', 'email', 'api', 'server', 'dashboard']
      .flatMap(sources)
      .map((file) => readFileSync(file, 'utf8').split('\n').length)
      .sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(60);
    expect(lengths.at(-1)).toBeLessThanOrEqual(300);
  });
});
