import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** The names and contents of all files in a build folder, in one string. */
const textOf = (folder: string): string => {
  const files = globSync(`${folder}/**/*.*`);
  if (files.length === 0) throw new Error(`${folder} is missing. Run npm test, which builds it.`);
  return files.flatMap((file) => [file, readFileSync(file, 'latin1')]).join('\n');
};

/** The scripts that the page loads first. */
const firstScripts = (folder: string): string[] =>
  [...readFileSync(`${folder}/index.html`, 'utf8').matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(
    ([, path]) => `${folder}/${path}`,
  );

describe('the production build', () => {
  const real = textOf('dist');
  const demo = textOf('dist-demo');

  it.each([
    ['MSW', /mockServiceWorker/],
    ['PGlite', /pglite.*\.wasm/],
    ['errors on request', /x-chaos/],
    ['the sandbox’s people', /unstuck-sandbox/],
    ['the sandbox Codat', /Nothing here is real/],
    ['the server’s part of sign-in', /disableSignUp/],
  ])('contains no part of the demo: %s', (_, trace) => {
    // Compares flags, because a failure would otherwise print megabytes of text.
    expect({ demo: trace.test(demo), real: trace.test(real) }).toEqual({ demo: true, real: false });
  });

  it('loads the charts only when one is shown', () => {
    const charts = /recharts-/;
    const first = firstScripts('dist').map((file) => readFileSync(file, 'latin1'));
    expect(first.length).toBeGreaterThan(5);
    expect({ all: charts.test(real), first: first.some((text) => charts.test(text)) }).toEqual({
      all: true,
      first: false,
    });
  });
});
