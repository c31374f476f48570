import { gzipSync } from 'node:zlib';
import { build } from 'vite';

/** What the scripts of a minimal react-admin app weigh, compressed, in kB, built as the dashboard is. */
export const weighMinimalApp = async (): Promise<number> => {
  const built = await build({
    root: 'tests/bench/minimal',
    configFile: false,
    logLevel: 'silent',
    build: { write: false },
  });
  const output = 'output' in built ? built.output : [];
  const weights = output.flatMap((file) =>
    file.type === 'chunk' ? gzipSync(file.code).length : 0,
  );
  return weights.reduce((sum, weight) => sum + weight, 0) / 1000;
};
