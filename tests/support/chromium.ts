import { execFile } from 'node:child_process';
import { access, constants, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

const run = promisify(execFile);

const installedNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * What every browser gets. Tests must neither reach the network behind the app's back nor depend
 * on the machine's fonts being hinted, so background traffic is off and hinting too. Playwright
 * itself adds the headless and sandbox switches.
 */
const switches = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  '--font-render-hinting=none',
  '--no-first-run',
];

/** The parts of the bundled browser that tell the dynamic linker and fontconfig where to look. */
type Bundle = { executablePath: string; env: Record<string, string> };

/**
 * Starts a headless browser for the end-to-end tests. An installed Chrome or Chromium wins, as it
 * is what a developer has and can open; where there is none, the one npm brought is unpacked, so
 * that the tests need no download and no system package.
 *
 * The sandbox is off because Chromium refuses to start with it as root and many containers forbid
 * it; the tests open only the app itself.
 */
export async function launchChromium(): Promise<Browser> {
  const installed = await findInstalled();
  const bundle = installed ? undefined : await unpackBundled();
  return chromium.launch({
    executablePath: installed ?? bundle?.executablePath,
    headless: true,
    chromiumSandbox: false,
    args: switches,
    env: { ...inheritedEnvironment(), ...bundle?.env },
  });
}

async function findInstalled(): Promise<string | undefined> {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  for (const name of installedNames) {
    for (const folder of folders) {
      const path = join(folder, name);
      if (await isExecutable(path)) return path;
    }
  }
  return undefined;
}

/**
 * Unpacks @sparticuz/chromium once per version and user. The package writes straight to its final
 * paths and takes a file that exists for a finished one, so two processes starting at once would
 * run a half-written browser. Here each unpacks into a folder of its own, and renaming a complete
 * folder into place is atomic: whoever comes second drops theirs.
 */
async function unpackBundled(): Promise<Bundle> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'The bundled Chromium runs on Linux x64 only. ' +
        'Install Chrome or Chromium, or set CHROMIUM_PATH to its executable.',
    );
  }
  const folder = join(
    tmpdir(),
    `unstuck-chromium-${await bundledVersion()}-${process.getuid?.() ?? 0}`,
  );
  const bundle = {
    executablePath: join(folder, 'chromium'),
    env: {
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
      LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH]
        .filter(Boolean)
        .join(delimiter),
    },
  };
  if (await isExecutable(bundle.executablePath)) return bundle;

  const staging = await mkdtemp(join(tmpdir(), 'unstuck-chromium-unpacking-'));
  try {
    await unpackInto(staging);
    await writeFile(join(staging, 'fonts.conf'), fontConfiguration(folder));
    await rename(staging, folder);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    if (!(await isExecutable(bundle.executablePath))) throw error;
  }
  return bundle;
}

/**
 * Runs the package in a process of its own: it reads TMPDIR for where to write, brings its shared
 * libraries only when it believes to be on AWS Lambda, and then points this process's
 * LD_LIBRARY_PATH at them, which every later child, PostgreSQL too, would inherit.
 */
async function unpackInto(folder: string): Promise<void> {
  const script =
    "const { default: chromium } = await import('@sparticuz/chromium');" +
    'await chromium.executablePath();';
  await run(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  });
}

/**
 * The package's own file names only Lambda's folders. This one starts from the machine's fonts, if
 * it has any, and adds the packaged one so that a bare container still renders text.
 */
function fontConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
}

async function bundledVersion(): Promise<string> {
  const manifest = new URL('../../node_modules/@sparticuz/chromium/package.json', import.meta.url);
  const { version }: { version: string } = JSON.parse(await readFile(manifest, 'utf8'));
  return version;
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** Playwright's `env` replaces the environment instead of adding to it. */
function inheritedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}
