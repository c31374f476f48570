import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (file: string): string => readFileSync(file, 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

/** Names of the environment variables that the server reads, according to its source. */
const namesRead = [...read('src/server/config.ts').matchAll(/^ {2}([A-Z_]+): /gm)].map(
  ([, name]) => name,
);
const namesListed = [...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);

it('CI runs the test command of the README', () => {
  expect(read('README.md')).toContain('`npm ci && npm test`');
  expect(read('.ci/run').trim().split('\n').at(-1)).toBe('npm ci && npm test');
});

it.each(['README.md', 'CONTRIBUTING.md'])('%s names only commands that exist', (file) => {
  const named = [...read(file).matchAll(/npm (?:run )?(start|test|(?<=run )[a-z-]+)/g)];
  expect(named.length).toBeGreaterThan(0);
  for (const [, script = ''] of named) expect(Object.keys(scripts)).toContain(script);
});

it('.env.example lists exactly the variables that the server reads', () => {
  expect(namesRead.length).toBeGreaterThan(10);
  expect([...namesListed].sort()).toEqual([...namesRead].sort());
});
