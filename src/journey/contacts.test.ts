import { describe, expect, it } from 'vitest';
import { contactIn, contactsFromTags, isShortened, readPhone } from './contacts.ts';

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

describe('a phone number', () => {
  it.each(['4.42079E+11', '4,42079E+11', '4.42079e+11', '+4.42079E+11', '4E+11', '4.42079E11'])(
    'is cut short in %s',
    (text) => {
      expect(isShortened(text)).toBe(true);
    },
  );

  it.each(['+44 20 7946 0123', '442079460123', '020 7946 0123 ext 5', '020-EMMA-11'])(
    'is whole in %s',
    (text) => {
      expect(isShortened(text)).toBe(false);
    },
  );

  it.each(['tel:+442079460123', '\u202a+442079460123\u202c', ' TEL: +442079460123'])(
    'is read from %j',
    (text) => {
      expect(readPhone(text)).toBe('+442079460123');
    },
  );
});
