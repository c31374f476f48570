import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PLANTED } from '../support/planted.ts';

/** Names and contents of the files that a build has written, as one text. */
const textOf = (folder: string): string => {
  const files = globSync(`${folder}/**/*.*`);
  if (files.length === 0) throw new Error(`${folder} is missing. Run npm test, which builds it.`);
  return files.flatMap((file) => [file, readFileSync(file, 'latin1')]).join('\n');
};

/** The scripts that the page loads immediately. */
const firstScripts = (folder: string): string[] =>
  [...readFileSync(`${folder}/index.html`, 'utf8').matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(
    ([, path]) => `${folder}/${path}`,
  );

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

  it('loads the chart library only when a chart is shown', () => {
    const charts = /recharts-/;
    const first = firstScripts('dist').map((file) => readFileSync(file, 'latin1'));
    expect(first.length).toBeGreaterThan(5);
    expect({ all: charts.test(real), first: first.some((text) => charts.test(text)) }).toEqual({
      all: true,
      first: false,
    });
  });
});
