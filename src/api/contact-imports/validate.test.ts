import { describe, expect, it } from 'vitest';
import type { Known } from './known-customers.ts';
import type { Given } from './read-file.ts';
import { judge } from './validate.ts';

const bo = { name: 'Bo', email: 'bo@acme.example', phone: null };

const customer = (id: string, fields: Partial<Known> = {}): Known => ({
  ...{ id, name: `Company ${id}`, deletedAt: null, contacts: {} },
  ...{ contactName: null, contactEmail: null, contactPhone: null },
  ...fields,
});

const KNOWN = [
  customer('a', { contactName: 'Ada', contacts: { administrator: bo } }),
  customer('b', { name: 'Twin' }),
  customer('c', { name: 'Twin' }),
  customer('gone', { deletedAt: '2026-03-01T08:00:00.000Z' }),
];

const known = {
  byId: new Map(KNOWN.map((one) => [one.id, one])),
  byName: Map.groupBy(KNOWN, ({ name }) => name),
};

const EMPTY = { id: '', customer: '', role: '', name: '', email: '', phone: '', raw: '' };

const line = (fields: Partial<Given>, number = 2): Given => ({
  ...{ ...EMPTY, problem: null, number },
  ...fields,
});

const only = (fields: Partial<Given>) => judge([line(fields)], known)[0];

describe('a line', () => {
  it('adds to what is known of a contact, and leaves what its empty cells don’t tell', () => {
    expect(only({ id: 'a', role: 'Administrator', phone: '020 1' })).toEqual({
      ...{ outcome: 'change', customerId: 'a', role: 'administrator', problem: null },
      before: bo,
      after: { ...bo, phone: '020 1' },
    });
  });

  it('is about the main contact unless it says another, and finds customers by name', () => {
    expect(only({ customer: 'Company a', email: 'ada@acme.example' })).toMatchObject({
      ...{ outcome: 'change', customerId: 'a', role: 'main' },
      after: { name: 'Ada', email: 'ada@acme.example', phone: null },
    });
  });

  it('that says what is known changes nothing', () => {
    expect(only({ id: 'a', name: 'Ada' })).toMatchObject({ outcome: 'unchanged' });
  });

  it('adds a contact where there was none', () => {
    expect(only({ id: 'a', role: 'it', name: 'Cy' })).toMatchObject({ before: null });
  });

  it.each<[Partial<Given>, string]>([
    [{ id: 'x', name: 'Bo' }, 'There is no customer with the id “x”.'],
    [{ id: 'gone', name: 'Bo' }, 'was deleted at Codat.'],
    [{ customer: 'Nobody Ltd', name: 'Bo' }, 'There is no customer called “Nobody Ltd”.'],
    [{ customer: 'Twin', name: 'Bo' }, '2 customers are called “Twin”.'],
    [{ name: 'Bo' }, 'It names no customer.'],
    [{ id: 'a', role: 'boss', name: 'Bo' }, 'There is no role “boss”: it is one of main,'],
    [{ id: 'a', email: 'bo' }, 'E-mail: This is no e-mail address.'],
    [{ id: 'a', phone: 'none' }, 'Phone: This is no phone number'],
    [{ id: 'a', name: 'x'.repeat(201) }, 'Name: At most 200 characters.'],
    [{ id: 'a', name: 'Bo\nBcc: x@y.z' }, 'Name: Line breaks'],
    [{ id: 'a' }, 'It names no contact'],
    [{ id: 'a', name: 'Bo', problem: 'Broken.' }, 'Broken.'],
  ])('%j can’t be used', (fields, says) => {
    const verdict = only(fields);
    expect(verdict).toMatchObject({ outcome: 'faulty', before: null, after: null });
    expect(verdict?.problem).toContain(says);
  });

  it('is told all that is wrong with it', () => {
    expect(only({ id: 'x', role: 'boss', email: 'bo', phone: 'none' })?.problem).toMatch(
      /“x”.*“boss”.*E-mail.*Phone/,
    );
  });

  it('gives way to the first usable one about the same contact', () => {
    const same = { id: 'a', role: 'it' };
    const verdicts = judge(
      [
        line({ ...same, email: 'no address' }, 2),
        line({ ...same, name: 'Cy' }, 3),
        line({ customer: 'Company a', role: 'IT', name: 'Di' }, 4),
        line({ id: 'a', name: 'Di' }, 5),
      ],
      known,
    );
    expect(verdicts.map(({ outcome }) => outcome)).toEqual([
      'faulty',
      'change',
      'faulty',
      'change',
    ]);
    expect(verdicts[2]?.problem).toContain('Line 3 is about the same contact.');
  });
});
