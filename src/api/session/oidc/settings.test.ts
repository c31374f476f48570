import { expect, it } from 'vitest';
import { DEFAULT_ROLES, readRoles, roleOf } from './settings.ts';

const ROLES = readRoles('admin=ops, manager = cs leads,agent=cs,agent=cs=night') ?? [];

it('readRoles reads pairs of a role and a group, which may contain spaces and equals signs', () => {
  expect(ROLES).toEqual([
    { role: 'admin', group: 'ops' },
    { role: 'manager', group: 'cs leads' },
    { role: 'agent', group: 'cs' },
    { role: 'agent', group: 'cs=night' },
  ]);
});

it.each(['', 'ops', 'admin=', '=ops', 'owner=ops', 'admin=ops,', 'admin=ops,cs'])(
  'readRoles refuses “%s”',
  (text) => {
    expect(readRoles(text)).toBeNull();
  },
);

it('readRoles reads the default', () => {
  expect(readRoles(DEFAULT_ROLES)).toHaveLength(3);
});

it.each([
  [['everyone', 'cs'], 'agent'],
  [['cs', 'ops', 'cs leads'], 'admin'],
  [['cs leads', 'cs'], 'manager'],
  ['cs', 'agent'],
  [['CS'], null],
  [['cs,ops'], null],
  ['cs ops', null],
  [[], null],
  [[null, 1, { cs: true }], null],
  [{ cs: true }, null],
  [undefined, null],
  [true, null],
])('the groups %j give the role %s', (groups, role) => {
  expect(roleOf(ROLES, groups)).toBe(role);
});
