import { describe, expect, it } from 'vitest';
import { callChecklist } from './call-checklist.ts';

describe('the call checklist', () => {
  it('names the software and what it needs', () => {
    const items = callChecklist('Xero', ['One sign-in for each company to connect']);
    expect(items[0]).toContain('Xero');
    expect(items).toContain('One sign-in for each company to connect');
  });

  it('asks for admin access and offers screen sharing, even with unknown software', () => {
    const items = callChecklist(null, []).join('\n');
    expect(items).toMatch(/admin access/);
    expect(items).toMatch(/screen sharing/);
  });
});
