import { describe, expect, it } from 'vitest';
import type { SandboxCompany } from '../../codat/world/companies.ts';
import { TUESDAY as now } from '../folded-samples.ts';
import { createRandom } from '../random.ts';
import { nextStep, type Standing } from './next-step.ts';

const company = (...statuses: ('PendingAuth' | 'Linked' | 'Deauthorized')[]): SandboxCompany => ({
  id: 'company',
  name: 'Acme',
  description: null,
  created: now,
  modified: now,
  tags: {},
  products: [],
  parentId: null,
  connections: statuses.map((status, index) => ({
    id: `connection-${index}`,
    integrationKey: 'qudb',
    status,
    created: now,
    lastSync: null,
    errors: [],
  })),
});

/** Everything that may happen next. */
const possible = (whose: SandboxCompany, stage: Standing['stage'], closed = false) => {
  const random = createRandom(11);
  const steps = Array.from({ length: 300 }, () => nextStep(whose, { stage, closed }, now, random));
  return new Set(steps.map((one) => one?.kind ?? null));
};

describe('what happens next', () => {
  it.each([
    ['not invited', company(), 'created', [null, 'opens']],
    ['invited', company(), 'invited', ['opens']],
    ['at the link', company(), 'opened', ['selects']],
    ['with software selected', company('PendingAuth'), 'selected', ['initiates']],
    ['at the software', company('PendingAuth'), 'initiated', ['approves', 'fails']],
    ['with access approved', company('Linked'), 'authorized', ['finishes']],
    ['waiting for the first data', company('Linked'), 'completed', [null]],
    ['streaming', company('Linked'), 'streaming', ['reads data', 'loses access']],
    ['who lost access', company('Deauthorized'), 'created', ['opens']],
    [
      'back at the link after losing access',
      company('Deauthorized'),
      'opened',
      ['approves', 'fails'],
    ],
  ] as const)('to one %s', (_, whose, stage, kinds) => {
    expect(possible(whose, stage)).toEqual(new Set(kinds));
  });

  it('is nothing when the journey is closed', () => {
    expect(possible(company(), 'invited', true)).toEqual(new Set([null]));
  });

  it('is nothing when our side is ahead of the sandbox', () => {
    expect(possible(company(), 'selected')).toEqual(new Set([null]));
    expect(possible(company(), 'streaming')).toEqual(new Set([null]));
  });

  it('is about the connection that is not live yet, the newest', () => {
    const whose = company('Linked', 'PendingAuth', 'PendingAuth');
    const standing = { stage: 'selected', closed: false } as const;
    expect(nextStep(whose, standing, now, createRandom(1))).toEqual({
      kind: 'initiates',
      companyId: 'company',
      connectionId: 'connection-2',
    });
  });
});
