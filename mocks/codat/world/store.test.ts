import { fork } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestSandbox } from '../../../tests/support/sandbox.ts';
import { openStore } from './store.ts';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'sandbox-store-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

const file = () => join(directory, 'sandbox-companies.jsonl');
const lines = () => readFileSync(file(), 'utf8').split('\n').length - 1;

/** A sandbox that saves its companies in the directory. */
const openKept = () => {
  const store = openStore(directory);
  return { ...openTestSandbox({ kept: store.companies, keep: store.keep }), store };
};

const names = () => {
  const store = openStore(directory);
  store.close();
  return store.companies.map(({ name }) => name);
};

describe('the store', () => {
  it('keeps each company’s latest state in order of change, without deleted ones', async () => {
    const { world, store, advanceHours } = openKept();
    const [a, b, c] = ['A', 'B', 'C'].map((name) => world.createCompany({ name }));
    if (!a || !b || !c) return expect.unreachable();
    world.approve(world.selectSoftware(a.id, 'gbol').id);
    world.removeCompany(b.id);
    await advanceHours(1);
    world.updateCompany(c.id, { name: 'C2' });
    store.close();
    const again = openKept();
    expect(again.store.companies).toEqual([world.company(a.id), world.company(c.id)]);
    expect([...again.world.companies.keys()]).toEqual([a.id, c.id]);
    const list = await (await again.ask('/companies')).json();
    expect(list.results).toMatchObject([
      { name: 'A', dataConnections: [{ status: 'Linked' }] },
      { name: 'C2' },
    ]);
    again.store.close();
  });

  it('compacts its file at a restart', () => {
    const { world, store } = openKept();
    const { id } = world.createCompany({ name: 'A' });
    for (let change = 0; change < 100; change += 1) world.updateCompany(id, { name: `A${change}` });
    store.close();
    expect(lines()).toBe(101);
    expect(names()).toEqual(['A99']);
    expect(lines()).toBe(1);
  });

  it('skips an incomplete line after a crash, and writes on after it', () => {
    const { world, store } = openKept();
    const { id } = world.createCompany({ name: 'A' });
    store.close();
    appendFileSync(file(), `{"id":"${id}","company":{"name":"torn`);
    expect(names()).toEqual(['A']);
    const again = openKept();
    again.world.createCompany({ id: 'b', name: 'B' });
    again.store.close();
    expect(names()).toEqual(['A', 'B']);
  });

  it('names a damaged line and leaves the file unchanged', () => {
    writeFileSync(file(), '{"id":"a","company":null}\nnonsense\n{"id":"b","company":null}\n');
    expect(names).toThrow(`Line 2 of ${file()} is damaged`);
    expect(lines()).toBe(3);
  });

  it('loses nothing that a killed process had saved', async () => {
    const child = fork(
      join(import.meta.dirname, '../../../tests/support/keep-companies.ts'),
      [directory],
      {
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      },
    );
    let reported = 0;
    child.on('message', (count: number) => {
      reported = count;
      if (count >= 500) child.kill('SIGKILL');
    });
    await once(child, 'exit');
    const kept = names();
    expect(reported).toBeGreaterThanOrEqual(500);
    expect(kept.length).toBeGreaterThanOrEqual(reported);
    expect(kept.slice(0, reported)).toEqual(
      Array.from({ length: reported }, (_, index) => `Company ${index + 1}`),
    );
  });

  it('opens 5,000 companies in well under a second', () => {
    const { world, store } = openKept();
    for (let count = 0; count < 5000; count += 1) {
      const { id } = world.createCompany({ name: `Company ${count}` });
      world.selectSoftware(id, 'gbol');
    }
    store.close();
    // Of the processor, which other work on the machine doesn’t change.
    const from = process.cpuUsage();
    expect(names().length).toBe(5000);
    const { user, system } = process.cpuUsage(from);
    expect((user + system) / 1000).toBeLessThan(1000);
  });
});
