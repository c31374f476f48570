import { describe, expect, it } from 'vitest';
import { contactIn, contactsFromTags } from './contacts.ts';

const customer = {
  contactName: 'Kofi',
  contactEmail: 'kofi@acme.example',
  contactPhone: null,
  contacts: { it: { name: null, email: 'it@acme.example', phone: null }, accountant: null },
};

describe('contacts', () => {
  it('finds the contact in a role', () => {
    expect(contactIn(customer, 'main')).toEqual({
      name: 'Kofi',
      email: 'kofi@acme.example',
      phone: null,
    });
    expect(contactIn(customer, 'it')?.email).toBe('it@acme.example');
  });

  it('returns null if there is none', () => {
    expect(contactIn(customer, 'administrator')).toBeNull();
    expect(contactIn(customer, 'accountant')).toBeNull();
    expect(contactIn({ ...customer, contactName: null, contactEmail: null }, 'main')).toBeNull();
  });

  it('reads them from tags', () => {
    expect(
      contactsFromTags({ administratorEmail: 'bo@acme.example', contactName: 'Kofi' }),
    ).toEqual({ administrator: { name: null, email: 'bo@acme.example', phone: null } });
  });
});
