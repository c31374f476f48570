import { appendFileSync } from 'node:fs';
import { inject } from 'vitest';
import { startServer } from './server.ts';
import { WEBHOOK_SECRET } from './webhooks.ts';

// A scenario is a test file in tests/faults: it injects one kind of fault into the real server, expects that nothing is
// lost, and reports what it did. `npm run test:all` runs the short form of each, `npm run test:faults` the long form. A
// table of all reports follows the run.

/** Whether this is the long form. */
export const LONG = process.env.FAULTS === 'long';

/** A line of the table. */
export type FaultReport = {
  /** What was injected, such as “PostgreSQL restarted under load”. */
  fault: string;
  /** How often. */
  times: number;
  /** How many acknowledged requests left no trace. */
  lost: number;
  /** The longest time from the end of the fault until requests succeeded again. Null where nothing has to recover. */
  recoveryMs: number | null;
  /** What else is worth knowing, in a few words. */
  note?: string;
};

/** Adds a line to the table, even if the test fails afterwards. */
export const report = (line: FaultReport): void =>
  appendFileSync(inject('faultsFile'), `${JSON.stringify(line)}\n`);

/** Starts a server without sample customers that accepts webhooks, on PostgreSQL or in a directory. */
export const startFaultServer = (
  where: { DATABASE_URL: string } | { DATA_DIR: string },
  port?: number,
) =>
  startServer({
    SAMPLE_CUSTOMERS: '0',
    CODAT_WEBHOOK_SECRET: WEBHOOK_SECRET,
    LOG_LEVEL: 'fatal',
    // The sandbox keeps its companies in a directory even if the database is elsewhere.
    DATA_DIR: inject('templateFolder'),
    ...where,
    ...(port && { PORT: String(port) }),
  });
