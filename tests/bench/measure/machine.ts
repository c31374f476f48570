import { cpus, loadavg, platform, release, totalmem } from 'node:os';
import type { Bench } from './open.ts';

const describeDatabase = async ({ plain }: Bench): Promise<string> => {
  if (!plain) return 'the embedded database';
  const { rows } = await plain.query(`select current_setting('server_version') as version,
    current_setting('shared_buffers') as buffers, current_setting('fsync') as fsync`);
  const [{ version, buffers, fsync }] = rows;
  return `PostgreSQL ${version} with ${buffers} of shared buffers and fsync ${fsync}`;
};

/** The machine, what else it was busy with, and the versions. */
export const describeMachine = async (bench: Bench): Promise<string> => {
  const [cpu] = cpus();
  return [
    `${cpus().length} × ${cpu?.model.trim()}`,
    `${Math.round(totalmem() / 2 ** 30)} GiB`,
    `${platform()} ${release()}`,
    `a load of ${(loadavg()[1] ?? 0).toFixed(1)} over the last five minutes`,
    `Node.js ${process.version}`,
    await describeDatabase(bench),
  ].join(', ');
};
