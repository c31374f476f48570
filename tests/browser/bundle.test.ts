import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** What `npm run build` and `npm run build:demo` have written: names and contents, in one text. */
const textOf = (folder: string): string => {
  const files = globSync(`${folder}/**/*.*`);
  if (files.length === 0) throw new Error(`There is no ${folder}: run npm test, which builds it.`);
  return files.flatMap((file) => [file, readFileSync(file, 'latin1')]).join('\n');
};

/** The scripts that a page brings at once. */
const firstScripts = (folder: string): string[] =>
  [...readFileSync(`${folder}/index.html`, 'utf8').matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(
    ([, path]) => `${folder}/${path}`,
  );

describe('what people download', () => {
  const real = textOf('dist');
  const demo = textOf('dist-demo');

  it.each([
    ['MSW', /mockServiceWorker/],
    ['PGlite', /pglite.*\.wasm/],
    ['errors on request', /x-chaos/],
    ['the sandbox’s people', /unstuck-sandbox/],
    ['the sandbox Codat', /Nothing here is real/],
    ['the server’s side of signing in', /disableSignUp/],
  ])('holds nothing of the demo’s: %s', (_, trace) => {
    // As flags, because a failure would print megabytes of text.
    expect({ demo: trace.test(demo), real: trace.test(real) }).toEqual({ demo: true, real: false });
  });

  it('begins without the charts, which come when one is to be seen', () => {
    const charts = /recharts-/;
    const first = firstScripts('dist').map((file) => readFileSync(file, 'latin1'));
    expect(first.length).toBeGreaterThan(5);
    expect({ all: charts.test(real), first: first.some((text) => charts.test(text)) }).toEqual({
      all: true,
      first: false,
    });
  });
});
