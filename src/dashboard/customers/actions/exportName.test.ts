import { expect, it } from 'vitest';
import { exportName } from './exportName.ts';

it.each([0, 23])('names the export by the day in the reader’s time zone, at %i hours', (hour) => {
  expect(exportName(new Date(2026, 10, 25, hour))).toBe('unstuck-customers-2026-11-25');
});
