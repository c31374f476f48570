import { openStore } from '../../mocks/codat/world/store.ts';

// Stores one company after another and reports each, until it is killed.
const store = openStore(process.argv[2] ?? '');
for (let count = 1; ; count += 1) {
  const at = '2026-03-09T12:00:00.000Z';
  const id = `company-${count}`;
  store.keep(id, {
    id,
    name: `Company ${count}`,
    description: null,
    created: at,
    modified: at,
    tags: {},
    products: [],
    parentId: null,
    connections: [],
  });
  await new Promise((resolve) => process.send?.(count, resolve));
}
