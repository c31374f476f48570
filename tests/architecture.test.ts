import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What each layer may import from the others. Folders depend on those above them only. */
const MAY_IMPORT = {
  common: [],
  journey: ['common'],
  database: ['common', 'journey'],
  codat: ['common', 'journey', 'database'],
  email: ['common', 'journey', 'database'],
  alerts: ['common', 'journey', 'database', 'email'],
  api: ['common', 'journey', 'database', 'codat', 'email', 'alerts'],
  server: ['common', 'journey', 'database', 'codat', 'email', 'alerts', 'api'],
  dashboard: ['common', 'journey'],
} as const satisfies Record<string, readonly string[]>;

type Layer = keyof typeof MAY_IMPORT;
const isLayer = (name: string): name is Layer => name in MAY_IMPORT;
const LAYERS = Object.keys(MAY_IMPORT).filter(isLayer);

const IMPORT =
  /^\s*(?:import|export)\s+(?<type>type\s)?(?:[^'";]*?\sfrom\s+)?'(?<from>[^']+)'|import\('(?<lazy>[^']+)'\)/gm;

type Import = { file: string; from: string; target: string; typeOnly: boolean; lazy: boolean };

const importsOf = (file: string): Import[] =>
  [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(({ groups }) => {
    const from = groups?.from ?? groups?.lazy ?? '';
    const target = from.startsWith('.') ? normalize(join(dirname(file), from)) : from;
    return { file, from, target, typeOnly: Boolean(groups?.type), lazy: Boolean(groups?.lazy) };
  });

const isTest = (file: string): boolean => /\.test\.tsx?$|\/testing\//.test(file);
const sources = (folder: string): string[] => globSync(`${folder}/**/*.{ts,tsx}`);
const shipped = (folder: string): string[] => sources(folder).filter((file) => !isTest(file));

const layerOf = (path: string): string =>
  path.startsWith('src/') ? (path.split('/')[1] ?? '') : (path.split('/')[0] ?? '');

const show = (wrong: Import[]): string[] => wrong.map(({ file, from }) => `${file} → ${from}`);

/** The imports that lead from a file to another file of the project. */
const GRAPH = new Map(
  ['src', 'mocks'].flatMap(shipped).map((file) => [
    file,
    importsOf(file)
      .map(({ target }) => target)
      .filter((target) => /^(src|mocks)\/.*\.tsx?$/.test(target)),
  ]),
);

/** Files in a circle of imports, each with the way round; types count as well. */
const findCycles = (): string[] => {
  const cycles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) cycles.push([...path.slice(start), file].join(' → '));
    if (start >= 0 || done.has(file)) return;
    for (const next of GRAPH.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of GRAPH.keys()) visit(file, []);
  return cycles;
};

describe('the architecture', () => {
  it.each(LAYERS)('lets src/%s import only the layers above it', (layer) => {
    const allowed: readonly string[] = [layer, ...MAY_IMPORT[layer]];
    const wrong = shipped(`src/${layer}`)
      .flatMap(importsOf)
      .filter(({ target }) => target.startsWith('src/'))
      .filter(({ target }) => !allowed.includes(layerOf(target)))
      // What the API answers is typed once, where it is made.
      .filter(
        ({ target, typeOnly }) => layer !== 'dashboard' || layerOf(target) !== 'api' || !typeOnly,
      );
    expect(show(wrong)).toEqual([]);
  });

  it('has a rule for every folder of src', () => {
    expect(new Set(globSync('src/*/').map(layerOf))).toEqual(new Set(LAYERS));
  });

  it('has no circle of imports in src and mocks, of types either', () => {
    expect(findCycles()).toEqual([]);
  });

  it('keeps the folders of the dashboard apart: they share only what is in shared', () => {
    const room = (path: string): string => path.split('/')[2] ?? '';
    const wrong = shipped('src/dashboard')
      .filter((file) => file.split('/').length > 3)
      .flatMap(importsOf)
      .filter(({ target }) => target.startsWith('src/dashboard/'))
      .filter(({ file, target }) => ![room(file), 'shared', 'theme'].includes(room(target)));
    expect(show(wrong)).toEqual([]);
  });

  it('lets src/server/sandbox.ts alone import mocks, lazily', () => {
    const imports = shipped('src')
      .flatMap(importsOf)
      .filter(({ target }) => target.startsWith('mocks/'));
    expect(new Set(imports.map(({ file }) => file))).toEqual(new Set(['src/server/sandbox.ts']));
    expect(show(imports.filter(({ lazy, typeOnly }) => !lazy && !typeOnly))).toEqual([]);
  });

  it('lets mocks import neither the server nor the tests', () => {
    const wrong = shipped('mocks')
      .flatMap(importsOf)
      .filter(({ target }) => /^(src\/server|tests)\//.test(target));
    expect(show(wrong)).toEqual([]);
  });

  it('lets common import nothing, and journey no library but zod', () => {
    const libraries = (folder: string): string[] =>
      shipped(folder)
        .flatMap(importsOf)
        .map(({ from }) => from)
        .filter((from) => !from.startsWith('.'));
    expect(libraries('src/common')).toEqual([]);
    expect(new Set(libraries('src/journey'))).toEqual(new Set(['zod']));
  });

  it('lets only the server read the environment and import from Node', () => {
    const wrong = LAYERS.filter((layer) => layer !== 'server' && layer !== 'database')
      .flatMap((layer) => shipped(`src/${layer}`))
      .filter((file) => /process\.env|from 'node:/.test(readFileSync(file, 'utf8')));
    expect(wrong).toEqual([]);
  });

  it('finds the imports it is about', () => {
    expect(shipped('src/dashboard').flatMap(importsOf).length).toBeGreaterThan(500);
    expect(GRAPH.size).toBeGreaterThan(400);
    expect([...GRAPH.values()].flat().filter((target) => !GRAPH.has(target))).toEqual([]);
  });
});

describe('files and folders', () => {
  it('are short: half of the files fit a screen, none is over 300 lines', () => {
    const lengths = LAYERS.flatMap((layer) => shipped(`src/${layer}`))
      .map((file) => readFileSync(file, 'utf8').split('\n').length)
      .sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(60);
    expect(lengths.at(-1)).toBeLessThanOrEqual(300);
  });

  it('have one subject: at most eight files at the root of the API, twenty in any other folder', () => {
    const counts = Map.groupBy(['src', 'mocks'].flatMap(shipped), dirname);
    const tooFull = [...counts]
      .filter(([folder, files]) => files.length > (folder === 'src/api' ? 8 : 20))
      .map(([folder, files]) => `${folder}: ${files.length}`);
    expect(tooFull).toEqual([]);
  });
});
