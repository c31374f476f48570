import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { toInstant } from '../../src/journey/instant.ts';
import { startPostgres } from '../support/postgres.ts';
import { copyPostgres, type Making, makeEmbedded, type Store } from './measure/databases.ts';
import type { Figure } from './measure/figures.ts';
import { describeMachine } from './measure/machine.ts';
import { type Bench, openBench } from './measure/open.ts';
import { type Measured, tableOf } from './measure/table.ts';
import { SUBJECTS } from './subjects/index.ts';

/**
 * Measures the real server with many customers, each request beside plain SQL, and writes the table into the document.
 * `npm run bench -- --sizes 10000,100000 --only lists,pages --server postgres://…`: a server keeps its databases, so that
 * the next run finds them. Without one, PostgreSQL is started for this run.
 */

const DOCUMENT = 'docs/performance.md';
const EMBEDDED = 'The embedded database';
/** It is meant for a few thousand. */
const MOST_EMBEDDED = 100_000;

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000,1000000' },
    only: { type: 'string', default: Object.keys(SUBJECTS).join() },
    databases: { type: 'string', default: 'postgresql,embedded' },
    server: { type: 'string' },
    rounds: { type: 'string', default: '7' },
    document: { type: 'string', default: DOCUMENT },
  },
});

const subjects = options.only.split(',').map((name) => {
  const measure = SUBJECTS[name];
  if (!measure) throw new Error(`There is no ${name}. Choose from ${Object.keys(SUBJECTS)}.`);
  return { name, measure };
});

const say = (text: string) => process.stdout.write(`${text}\n`);

/** What of each database there is so far. */
const sections = new Map<string, string>();

const write = (): void => {
  const [before = '', after = ''] = readFileSync(options.document, 'utf8').split(
    /(?<=<!-- measured -->)[\s\S]*(?=<!-- \/measured -->)/,
  );
  writeFileSync(options.document, `${before}\n${[...sections.values()].join('\n\n')}\n${after}`);
};

/** Measures all subjects. Calls `onFigures` after each, so that an interrupted run leaves what it has. */
const measure = async (bench: Bench, onFigures: (figures: Figure[]) => Promise<void>) => {
  for (const { name, measure } of subjects) {
    say(`${bench.count} customers: ${name}`);
    await onFigures(await measure(bench));
  }
};

const measureOn = async (title: string, makeStore: (making: Making) => Promise<Store>) => {
  const measured: Measured[] = [];
  for (const size of options.sizes.split(',')) {
    const count = Number(size);
    if (title === EMBEDDED && count > MOST_EMBEDDED) continue;
    let filled = 0;
    const onFilled = (added: number) => {
      filled += added;
      if (filled % 10_000 < added) say(`${filled} of ${count} customers made`);
    };
    const store = await makeStore({ count, now: toInstant(Date.now()), onFilled });
    const { bench, close } = await openBench(store, { count, rounds: Number(options.rounds) });
    const figures: Figure[] = [];
    measured.push({ count, figures });
    try {
      await measure(bench, async (more) => {
        figures.push(...more);
        const day = toInstant(Date.now()).slice(0, 10);
        const machine = `Measured on ${day} on ${await describeMachine(bench)}.`;
        sections.set(title, `### ${title}\n\n${machine}\n\n${tableOf(measured)}`);
        write();
      });
    } finally {
      await close();
      await store.remove();
    }
  }
};

const databases = options.databases.split(',');
if (databases.includes('postgresql')) {
  const started = options.server ? null : await startPostgres();
  const server = options.server ?? started?.url ?? '';
  await measureOn('PostgreSQL', (making) => copyPostgres(server, making));
  await started?.stop();
}
if (databases.includes('embedded')) await measureOn(EMBEDDED, makeEmbedded);
say([...sections.values()].join('\n\n'));
