import { describe, expect, it } from 'vitest';
import type { SandboxCompany } from '../../codat/world/companies.ts';
import { TUESDAY as now } from '../folded-samples.ts';
import { createRandom } from '../random.ts';
import { nextStep, type Standing } from './next-step.ts';

const companyWith = (
  ...statuses: ('PendingAuth' | 'Linked' | 'Deauthorized')[]
): SandboxCompany => ({
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
const possible = (company: SandboxCompany, stage: Standing['stage'], closed = false) => {
  const random = createRandom(11);
  const steps = Array.from({ length: 300 }, () =>
    nextStep(company, { stage, closed }, now, random),
  );
  return new Set(steps.map((step) => step?.kind ?? null));
};

describe('the next step', () => {
  it.each([
    ['not invited', companyWith(), 'created', [null, 'opens']],
    ['invited', companyWith(), 'invited', ['opens']],
    ['at the link', companyWith(), 'opened', ['selects']],
    ['with software selected', companyWith('PendingAuth'), 'selected', ['initiates']],
    ['at the software', companyWith('PendingAuth'), 'initiated', ['approves', 'fails']],
    ['with access approved', companyWith('Linked'), 'authorized', ['finishes']],
    ['waiting for the first data', companyWith('Linked'), 'completed', [null]],
    ['streaming', companyWith('Linked'), 'streaming', ['reads data', 'loses access']],
    ['who lost access', companyWith('Deauthorized'), 'created', ['opens']],
    [
      'back at the link after losing access',
      companyWith('Deauthorized'),
      'opened',
      ['approves', 'fails'],
    ],
  ] as const)('of a customer %s', (_, company, stage, kinds) => {
    expect(possible(company, stage)).toEqual(new Set(kinds));
  });

  it('is null when the journey is closed', () => {
    expect(possible(companyWith(), 'invited', true)).toEqual(new Set([null]));
  });

  it('is null when Unstuck is ahead of the sandbox', () => {
    expect(possible(companyWith(), 'selected')).toEqual(new Set([null]));
    expect(possible(companyWith(), 'streaming')).toEqual(new Set([null]));
  });

  it('uses the newest connection that isn’t linked', () => {
    const company = companyWith('Linked', 'PendingAuth', 'PendingAuth');
    const standing = { stage: 'selected', closed: false } as const;
    expect(nextStep(company, standing, now, createRandom(1))).toEqual({
      kind: 'initiates',
      companyId: 'company',
      connectionId: 'connection-2',
    });
  });
});
