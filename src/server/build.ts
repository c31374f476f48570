import { existsSync, globSync, statSync } from 'node:fs';
import { build } from 'vite';

const SOURCES = ['src/**/*', 'public/**/*', 'index.html', 'vite.config.ts', 'package-lock.json'];
const BUILT = 'dist/index.html';

const changedAt = (file: string): number => statSync(file).mtimeMs;

const isCurrent = (): boolean =>
  existsSync(BUILT) && globSync(SOURCES).every((file) => changedAt(file) <= changedAt(BUILT));

// Starts stay quick when nothing has changed since the last build.
if (!isCurrent()) await build({ logLevel: 'warn' });
