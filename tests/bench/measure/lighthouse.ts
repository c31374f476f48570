import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';

/** Fetched when it is asked for: with what it needs, it weighs as much as half of all other dependencies. */
const LIGHTHOUSE = 'lighthouse@13.5.0';

/** In bytes. A report has screenshots in it. */
const LARGEST_REPORT = 64e6;

const report = z.object({
  categories: z.object({ performance: z.object({ score: z.number() }) }),
});

/** Opens a page as if on a laptop or a phone, with their networks, in the browser whose `port` for debugging this is. */
export const scoreOf = async ({
  port,
  address,
  cookie,
  screen,
}: {
  port: number;
  address: string;
  cookie: string;
  screen: 'laptop' | 'phone';
}): Promise<number> => {
  const { stdout } = await promisify(execFile)(
    'npx',
    [
      ...['--yes', LIGHTHOUSE, address, '--quiet', '--output=json', `--port=${port}`],
      ...['--only-categories=performance', `--extra-headers=${JSON.stringify({ cookie })}`],
      // Without a preset, it is a phone.
      ...(screen === 'laptop' ? ['--preset=desktop'] : []),
    ],
    { maxBuffer: LARGEST_REPORT },
  );
  return Math.round(100 * report.parse(JSON.parse(stdout)).categories.performance.score);
};
