import { expect, it } from 'vitest';
import type { PresenceRecord } from '../../../api/presence/resource.ts';
import { byPerson } from './byPerson.ts';

const tab = (userId: string, kind: PresenceRecord['kind']): PresenceRecord => ({
  ...{ id: crypto.randomUUID(), customerId: 'a', userId, kind },
  seenAt: '2026-03-10T12:00:00.000Z',
});

it('colleagues at a customer are listed once, those who work on the case first', () => {
  const tabs = [
    tab('ada', 'viewing'),
    tab('bo', 'viewing'),
    tab('bo', 'working'),
    tab('ada', 'viewing'),
  ];
  expect(byPerson(tabs).map(({ userId, kind }) => `${userId} ${kind}`)).toEqual([
    'bo working',
    'ada viewing',
  ]);
});
