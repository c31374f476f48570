import { Console } from 'node:console';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import type { FaultReport } from './faults.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The file in which scenarios report, a JSON object per line. */
    faultsFile: string;
  }
}

const row = ({ fault, times, lost, recoveryMs, note }: FaultReport) => ({
  fault,
  times,
  lost,
  'recovery (ms)': recoveryMs === null ? '–' : Math.round(recoveryMs),
  note: note ?? '',
});

/** Prints what all scenarios reported, once the run has ended. */
export function setup(project: TestProject): () => void {
  const file = join(tmpdir(), `unstuck-faults-${process.pid}.jsonl`);
  project.provide('faultsFile', file);
  return () => {
    if (!existsSync(file)) return;
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    rmSync(file);
    new Console(process.stdout).table(lines.map((line) => row(JSON.parse(line))));
  };
}
