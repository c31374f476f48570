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

/** The kinds of all possible next steps. */
const possible = (whose: SandboxCompany, stage: Standing['stage'], closed = false) => {
  const random = createRandom(11);
  const steps = Array.from({ length: 300 }, () => nextStep(whose, { stage, closed }, now, random));
  return new Set(steps.map((one) => one?.kind ?? null));
};

describe('the next step', () => {
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
  ] as const)('of a customer %s', (_, whose, stage, kinds) => {
    expect(possible(whose, stage)).toEqual(new Set(kinds));
  });

  it('is null when the journey is closed', () => {
    expect(possible(company(), 'invited', true)).toEqual(new Set([null]));
  });

  it('is null when Unstuck is ahead of the sandbox', () => {
    expect(possible(company(), 'selected')).toEqual(new Set([null]));
    expect(possible(company(), 'streaming')).toEqual(new Set([null]));
  });

  it('uses the newest connection that isn’t linked', () => {
    const whose = company('Linked', 'PendingAuth', 'PendingAuth');
    const standing = { stage: 'selected', closed: false } as const;
    expect(nextStep(whose, standing, now, createRandom(1))).toEqual({
      kind: 'initiates',
      companyId: 'company',
      connectionId: 'connection-2',
    });
  });
});
