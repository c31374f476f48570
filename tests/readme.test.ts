import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const withoutSlash = (path: string): string => path.replace(/\/$/, '');
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
  expect(read('.github/workflows/ci.yml')).toContain('- run: .ci/run\n');
});

it('CI runs all tests, whatever `npm test` leaves out', () => {
  const workflow = read('.github/workflows/ci.yml');
  const [, parts = ''] = /part: \[([\d, ]+)\]/.exec(workflow) ?? [];
  const count = parts.split(', ').length;
  expect(parts).toBe(Array.from({ length: count }, (_, index) => index + 1).join(', '));
  expect(workflow).toContain(`- run: npx vitest run --shard=\${{ matrix.part }}/${count}\n`);
  expect(scripts['test:all']).toBe('npm run check && vitest run');
});

it.each(['README.md', 'CONTRIBUTING.md'])('%s names only commands that exist', (file) => {
  const named = [...read(file).matchAll(/npm (?:run )?(start|test|(?<=run )[a-z:-]+)/g)];
  expect(named.length).toBeGreaterThan(0);
  for (const [, script = ''] of named) expect(Object.keys(scripts)).toContain(script);
});

it('.env.example lists exactly the variables that the server reads', () => {
  expect(namesRead.length).toBeGreaterThan(10);
  expect([...namesListed].sort()).toEqual([...namesRead].sort());
});

it('README.md lists every command', () => {
  const commands = [...read('README.md').matchAll(/^\| `npm (?:ci && npm )?(?:run )?([a-z:-]+)/gm)];
  const listed = commands.map(([, name]) => name);
  expect(new Set([...listed, 'start'])).toEqual(new Set(Object.keys(scripts)));
});

describe('the table of folders in README.md', () => {
  const listed = [...read('README.md').matchAll(/^\| `((?:src|mocks|tests|docs)[a-z/-]*)`/gm)].map(
    ([, folder = '']) => folder,
  );

  it('lists every folder of src', () => {
    expect(listed).toEqual(expect.arrayContaining(globSync('src/*/').map(withoutSlash)));
  });

  it.each(listed)('lists %s, which exists', (folder) => expect(existsSync(folder)).toBe(true));
});

it.each(['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...globSync('docs/**/*.md')])(
  '%s names only files that exist',
  (file) => {
    const links = [...read(file).matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = '']) =>
      join(dirname(file), path),
    );
    const paths = [...read(file).matchAll(/`((?:src|mocks|tests|docs)\/[\w./-]+)`/g)].map(
      ([, path = '']) => path,
    );
    expect([...links, ...paths].filter((path) => !existsSync(path))).toEqual([]);
  },
);
