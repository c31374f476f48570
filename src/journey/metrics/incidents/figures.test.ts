import { expect, it } from 'vitest';
import { incidentFigures } from './figures.ts';

const NOW = '2026-11-24T12:00:00.000Z';
const figures = (startedAt: string, endedAt: string | null = null) =>
  incidentFigures({ startedAt, endedAt, usualShare: 0.09, evidence: { failed: 9, of: 14 } }, NOW);

it('the evidence of an incident is a sentence with its time and what is normal', () => {
  expect(figures('2026-11-23T10:30:00.000Z')).toBe(
    '9 of 14 customers failed in the last 26 hours (normally 9%)',
  );
  expect(figures('2026-11-24T11:59:00.000Z')).toContain('in the last 1 hour (');
  expect(figures('2026-11-21T12:00:00.000Z')).toContain('in the last 3 days (');
  expect(figures('2026-11-01T00:00:00.000Z', '2026-11-01T05:00:00.000Z')).toBe(
    '9 of 14 customers failed in 5 hours (normally 9%)',
  );
});
