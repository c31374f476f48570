import { globSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { PLANTED } from '../support/planted.ts';

/** Names and contents of the files that a build has written, as one text. */
const textOf = (folder: string): string => {
  const files = globSync(`${folder}/**/*.*`);
  if (files.length === 0)
    throw new Error(`${folder} is missing. Run npm run test:all, which builds it.`);
  return files.flatMap((file) => [file, readFileSync(file, 'latin1')]).join('\n');
};

/** The scripts that the page loads immediately. */
const firstScripts = (folder: string): string[] =>
  [...readFileSync(`${folder}/index.html`, 'utf8').matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(
    ([, path]) => `${folder}/${path}`,
  );

/** In kB, compressed. 1.15 times what a minimal react-admin app of the same versions loads, with one list and one page: 304. */
const MOST_AT_FIRST = 350;

describe('the build', () => {
  const real = textOf('dist');
  const demo = textOf('dist-demo');

  it.each([
    ['MSW', /mockServiceWorker/],
    ['PGlite', /pglite.*\.wasm/],
    ['errors on request', /x-chaos/],
    ['the sandbox’s sample users', /unstuck-sandbox/],
    ['the sandbox Codat', /Nothing here is real/],
    ['the server side of sign-in', /disableSignUp/],
  ])('contains nothing that only the demo needs: %s', (_, trace) => {
    // As booleans, because a failure would print megabytes of text.
    expect({ demo: trace.test(demo), real: trace.test(real) }).toEqual({ demo: true, real: false });
  });

  it('contains no secret of the environment that it was made in', () => {
    const told = ['planted-', ...Object.values(PLANTED)].filter((secret) =>
      [real, demo].some((text) => text.includes(secret)),
    );
    expect(told).toEqual([]);
  });

  it('contains no part of the gallery', () => {
    expect(real.includes('x-gallery-data')).toBe(false);
  });

  it('loads no more scripts before the first page than it must', () => {
    const sizes = firstScripts('dist').map((file) => gzipSync(readFileSync(file)).length);
    const total = sizes.reduce((sum, size) => sum + size, 0) / 1000;
    expect(total).toBeGreaterThan(100);
    expect(total).toBeLessThanOrEqual(MOST_AT_FIRST);
  });

  it('reads no schemas before they are needed', () => {
    const first = firstScripts('dist').map((file) => readFileSync(file, 'latin1'));
    expect(first.some((text) => text.includes('invalid_union'))).toBe(false);
  });

  it('loads the chart library only when a chart is shown', () => {
    const charts = /recharts-/;
    const first = firstScripts('dist').map((file) => readFileSync(file, 'latin1'));
    expect(first.length).toBeGreaterThan(0);
    expect({ all: charts.test(real), first: first.some((text) => charts.test(text)) }).toEqual({
      all: true,
      first: false,
    });
  });
});
