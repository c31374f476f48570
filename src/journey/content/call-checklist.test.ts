import { describe, expect, it } from 'vitest';
import { callChecklist } from './call-checklist.ts';

describe('the checklist for a call', () => {
  it('names the software and what it needs', () => {
    const items = callChecklist('Xero', ['One sign-in for each company to connect']);
    expect(items[0]).toContain('Xero');
    expect(items).toContain('One sign-in for each company to connect');
  });

  it('asks for administrator access and a shared screen whatever the software', () => {
    const items = callChecklist(null, []).join('\n');
    expect(items).toMatch(/administrator access/);
    expect(items).toMatch(/share their screen/);
  });
});
